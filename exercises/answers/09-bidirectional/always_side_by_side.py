"""M27: whatever the mode, both are put side by side."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "제갈윤"
EARNS = 15
FAILS = ["09-merge-others", "09-merge-elsewhere"]
DIAGNOSIS = {"09-merge": "M27"}
BASED_ON = "correct"


# %% 09-merge
def merge(forward, backward, mode):
    return np.concatenate([forward, backward], axis=-1)
