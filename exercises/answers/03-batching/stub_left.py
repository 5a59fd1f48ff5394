"""The answers stand above the stub, which was not deleted."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "조은별"
EARNS = 16
FAILS = []
BASED_ON = "correct"


# %% 03-join
def batch_of(words):
    return np.stack(words)
    # YOUR CODE HERE
    raise NotImplementedError()


# %% 03-mend
def batch_first(x):
    return x.swapaxes(0, 1)
    # YOUR CODE HERE
    raise NotImplementedError()
