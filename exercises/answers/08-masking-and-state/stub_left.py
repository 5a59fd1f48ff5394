"""The answers stand above the stub, which was not deleted."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "심유안"
EARNS = 17
FAILS = []
BASED_ON = "correct"

# %% 08-count
mask_shape = (3, 7)
outputs_shape = (3, 7, 6)
empty_step = 0.4
# YOUR CODE HERE
raise NotImplementedError()


# %% 08-last
def last_letters(outputs, mask):
    return outputs[np.arange(len(outputs)), mask.sum(axis=1) - 1]
    # YOUR CODE HERE
    raise NotImplementedError()
