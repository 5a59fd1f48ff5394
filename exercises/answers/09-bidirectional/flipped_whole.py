"""M08: np.flip without an axis."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Dorothy Hoover"
EARNS = 15
FAILS = ["09-align-value", "09-align-elsewhere"]
DIAGNOSIS = {"09-align": "M08"}
BASED_ON = "correct"


# %% 09-align
def align(outputs):
    return np.flip(outputs)
