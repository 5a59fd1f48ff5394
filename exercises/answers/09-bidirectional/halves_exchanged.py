"""M15: the backward half stands first."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "선우진"
EARNS = 14
FAILS = ["09-last-value", "09-last-one", "09-last-elsewhere"]
DIAGNOSIS = {"09-last": "M15"}
BASED_ON = "correct"


# %% 09-last
def last_output(outputs):
    forward, backward = np.split(outputs, 2, axis=-1)
    return np.hstack([backward[:, 0], forward[:, -1]])
