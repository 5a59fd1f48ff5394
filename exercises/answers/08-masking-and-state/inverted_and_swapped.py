"""M15, M23: the mask is inverted and the results swapped, two mistakes at once."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "라온유"
EARNS = 14
FAILS = ["08-step-value", "08-step-stays", "08-step-elsewhere"]
DIAGNOSIS = {"08-step": "M23 M15"}
BASED_ON = "correct"


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    hidden = m[:, None]
    new = simple_rnn_step(x, h, W, U, b)
    return np.where(hidden, y, new), np.where(hidden, h, new)
