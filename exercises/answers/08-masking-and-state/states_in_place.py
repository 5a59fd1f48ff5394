"""M10: the given arrays are overwritten."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Lois Haibt"
EARNS = 15
FAILS = ["08-step-stays", "08-step-elsewhere"]
DIAGNOSIS = {"08-step": "M10"}
BASED_ON = "correct"


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    new = simple_rnn_step(x, h, W, U, b)
    h[m] = new[m]
    y[m] = new[m]
    return h, y
