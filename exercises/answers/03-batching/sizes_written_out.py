"""The sizes of the visible test are written into the code: only the hidden test sees it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "탁라온"
EARNS = 15
FAILS = ["03-mend-elsewhere"]
BASED_ON = "correct"


# %% 03-mend
def batch_first(x):
    return np.stack([x[:, 0], x[:, 1]])
