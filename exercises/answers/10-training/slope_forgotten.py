"""M21: the way back does not pass tanh."""

LANGUAGE = "en"
STUDENT = "Emmy Noether"
EARNS = 15
FAILS = ["10-step-value", "10-step-elsewhere"]
DIAGNOSIS = {"10-step": "M21"}
BASED_ON = "correct"


# %% 10-step
def step_back(d_h, x, before, after, U):
    return d_h @ U.T, x.T @ d_h, before.T @ d_h, d_h.sum(axis=0)
