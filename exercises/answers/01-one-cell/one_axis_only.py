"""M07: the character is a vector without batch and time."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "어진솔"
EARNS = 13
FAILS = ["01-one-hot-value", "01-one-hot-elsewhere"]
DIAGNOSIS = {"01-one-hot": "M07"}
BASED_ON = "correct"


# %% 01-one-hot
def one_hot(letter, vocabulary):
    x = np.zeros(len(vocabulary))
    x[vocabulary.index(letter)] = 1
    return x
