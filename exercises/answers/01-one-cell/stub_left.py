"""The answers stand above the stub, which was not deleted."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Dorothy Vaughan"
EARNS = 15
FAILS = []
BASED_ON = "correct"


# %% 01-number
first_unit = 1.24
second_unit = -0.2
# YOUR CODE HERE
raise NotImplementedError()


# %% 01-step
def cell(x, h, W, U, b):
    h = np.tanh(x @ W + h @ U + b)
    return h, h
    # YOUR CODE HERE
    raise NotImplementedError()
