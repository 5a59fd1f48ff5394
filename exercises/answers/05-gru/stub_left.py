"""The answers stand above the stub, which was not deleted."""

LANGUAGE = "ko"
STUDENT = "서유나"
EARNS = 17
FAILS = []
BASED_ON = "correct"

# %% 05-count
parameters = 90
bias_shape = (2, 9)
parameters_reset_before = 81
new_state = -0.38
# YOUR CODE HERE
raise NotImplementedError()


# %% 05-hold
def hold(b, gate, value):
    held = b.copy()
    H = b.shape[1] // 3
    start = 0 if gate == "z" else H
    held[0, start : start + H] = 20 if value else -20
    return held
    # YOUR CODE HERE
    raise NotImplementedError()
