"""M27: the mean is not halved."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Miriam Mann"
EARNS = 15
FAILS = ["09-merge-others", "09-merge-elsewhere"]
DIAGNOSIS = {"09-merge": "M27"}
BASED_ON = "correct"


# %% 09-merge
def merge(forward, backward, mode):
    if mode == "concat":
        return np.concatenate([forward, backward], axis=-1)
    return forward * backward if mode == "mul" else forward + backward
