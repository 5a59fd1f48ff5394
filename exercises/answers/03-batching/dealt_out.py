"""M07: the shape is right, the words are mixed."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Antonia Maury"
EARNS = 14
FAILS = ["03-join-rows", "03-join-elsewhere"]
DIAGNOSIS = {"03-join": "M07"}
BASED_ON = "correct"


# %% 03-join
def batch_of(words):
    return np.concatenate(words, axis=1).reshape(len(words), *words[0].shape)
