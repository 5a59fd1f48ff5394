"""M10: all rows are passed over when one of them is masked."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "표하람"
EARNS = 14
FAILS = ["08-step-value", "08-step-stays", "08-step-elsewhere"]
DIAGNOSIS = {"08-step": "M10"}
BASED_ON = "correct"


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    if not m.all():
        return h, y
    new = simple_rnn_step(x, h, W, U, b)
    return new, new
