"""The answers stand above the stub, which was not deleted."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "서유나"
EARNS = 18
FAILS = []
BASED_ON = "correct"

# %% 02-count
outputs_shape = (2, 7, 3)
state_shape = (2, 3)
parameters = 27
parameters_when_longer = 27
# YOUR CODE HERE
raise NotImplementedError()


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    return np.tanh(x @ W + h @ U + b)
    # YOUR CODE HERE
    raise NotImplementedError()
