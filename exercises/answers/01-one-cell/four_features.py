"""M04: four features are written down; only the hidden test sees it."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ida Rhodes"
EARNS = 14
FAILS = ["01-one-hot-elsewhere"]
DIAGNOSIS = {"01-one-hot": "M04"}
BASED_ON = "correct"


# %% 01-one-hot
def one_hot(letter, vocabulary):
    x = np.zeros((1, 1, 4))
    x[0, 0, vocabulary.index(letter)] = 1
    return x
