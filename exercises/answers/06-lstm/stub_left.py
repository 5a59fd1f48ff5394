"""The answers stand above the stub, which was not deleted."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "하윤재"
EARNS = 17
FAILS = []
BASED_ON = "correct"

# %% 06-count
kernel_shape = (5, 12)
parameters = 108
values = 3
# YOUR CODE HERE
raise NotImplementedError()


# %% 06-bias
def fresh_bias(H):
    return np.repeat([0.0, 1.0, 0.0, 0.0], H)
    # YOUR CODE HERE
    raise NotImplementedError()
