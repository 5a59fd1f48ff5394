"""M10: the given state is overwritten."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "제갈민"
EARNS = 14
FAILS = ["01-step-unchanged"]
DIAGNOSIS = {"01-step": "M10"}
BASED_ON = "correct"


# %% 01-step
def cell(x, h, W, U, b):
    h[:] = np.tanh(x @ W + h @ U + b)
    return h, h
