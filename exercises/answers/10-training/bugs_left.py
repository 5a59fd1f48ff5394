"""M20: the function is copied with both mistakes."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Katherine Goble"
EARNS = 14
FAILS = ["10-clip-value", "10-clip-short", "10-clip-elsewhere"]
DIAGNOSIS = {"10-clip": "M20"}
BASED_ON = "correct"


# %% 10-clip
def clip(gradients, limit):
    return tuple(one * limit / np.linalg.norm(one) for one in gradients)
