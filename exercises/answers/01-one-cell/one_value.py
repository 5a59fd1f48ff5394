"""M13: the cell returns its output alone."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "온새미"
EARNS = 13
FAILS = ["01-step-value", "01-step-elsewhere"]
DIAGNOSIS = {"01-step": "M13"}
BASED_ON = "correct"


# %% 01-step
def cell(x, h, W, U, b):
    return np.tanh(x @ W + h @ U + b)
