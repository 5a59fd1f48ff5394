"""The answers stand above the stub, which was not deleted."""

LANGUAGE = "ko"
STUDENT = "서유나"
EARNS = 17
FAILS = []
BASED_ON = "correct"

# %% 07-count
between_shape = (2, 7, 3)
answers_shape = (2, 7, 4)
parameters = 87
lower_state_shape = (2, 3)
# YOUR CODE HERE
raise NotImplementedError()
