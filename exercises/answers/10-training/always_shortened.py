"""M20: one mistake was found, short gradients still grow."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Annie Easley"
EARNS = 15
FAILS = ["10-clip-short", "10-clip-elsewhere"]
DIAGNOSIS = {"10-clip": "M20"}
BASED_ON = "correct"


# %% 10-clip
def clip(gradients, limit):
    norm = np.sqrt(sum(np.sum(one**2) for one in gradients))
    return tuple(one * limit / norm for one in gradients)
