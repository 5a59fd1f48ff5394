"""The lengths of the visible test are written into the code: only the hidden test sees it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "봉지우"
EARNS = 16
FAILS = ["08-last-elsewhere"]
BASED_ON = "correct"


# %% 08-last
def last_letters(outputs, mask):
    return outputs[np.arange(len(outputs)), np.array([1, 3, 0, 0])[: len(outputs)]]
