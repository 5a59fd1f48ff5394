"""M23: the input is set to 0 and the step taken as always."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "빈하은"
EARNS = 15
FAILS = ["08-step-value", "08-step-elsewhere"]
DIAGNOSIS = {"08-step": "M23"}
BASED_ON = "correct"


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    new = simple_rnn_step(x * m[:, None], h, W, U, b)
    return new, new
