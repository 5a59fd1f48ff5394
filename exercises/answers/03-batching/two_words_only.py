"""The number of words is written into the code: only the hidden test sees it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "민가온"
EARNS = 15
FAILS = ["03-join-elsewhere"]
BASED_ON = "correct"


# %% 03-join
def batch_of(words):
    return np.stack([words[0], words[1]])
