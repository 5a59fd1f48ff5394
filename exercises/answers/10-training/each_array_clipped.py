"""M06: one mistake was found, each array is still clipped by itself."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "문예린"
EARNS = 15
FAILS = ["10-clip-value", "10-clip-elsewhere"]
DIAGNOSIS = {"10-clip": "M06"}
BASED_ON = "correct"


# %% 10-clip
def clip(gradients, limit):
    return tuple(one * min(1.0, limit / np.linalg.norm(one)) for one in gradients)
