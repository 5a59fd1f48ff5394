"""M23: the output of a masked step is set to 0."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ruth Leach"
EARNS = 15
FAILS = ["08-step-value", "08-step-elsewhere"]
DIAGNOSIS = {"08-step": "M23"}
BASED_ON = "correct"


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    m = m[:, None]
    new = simple_rnn_step(x, h, W, U, b)
    return np.where(m, new, h), np.where(m, new, 0.0)
