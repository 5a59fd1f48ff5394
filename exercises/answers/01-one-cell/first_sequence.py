"""M09: every row reads the first sequence."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "표다온"
EARNS = 13
FAILS = ["01-mend-rows", "01-mend-elsewhere"]
DIAGNOSIS = {"01-mend": "M09"}
BASED_ON = "correct"


# %% 01-mend
def read(x, h0, W, U, b):
    return np.tanh(x[0] @ W + h0 @ U + b)
