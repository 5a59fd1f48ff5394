"""M17 and M05: the given state is returned, and the bias is missing."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Joan Clarke"
EARNS = 13
FAILS = ["01-step-value", "01-step-elsewhere"]
DIAGNOSIS = {"01-step": "M17 M05"}
BASED_ON = "correct"


# %% 01-step
def cell(x, h, W, U, b):
    return np.tanh(x @ W + h @ U), h
