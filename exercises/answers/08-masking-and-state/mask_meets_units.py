"""M09: the mask is matched to the units, so that it fits by chance alone."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Kay Mauchly"
EARNS = 14
FAILS = ["08-step-value", "08-step-stays", "08-step-elsewhere"]
DIAGNOSIS = {"08-step": "M09"}
BASED_ON = "correct"


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    new = simple_rnn_step(x, h, W, U, b)
    return np.where(m, new, h), np.where(m, new, y)
