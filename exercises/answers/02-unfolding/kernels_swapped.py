"""M28: W and U are swapped, so that only equal sizes fit."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Betty Holberton"
EARNS = 14
FAILS = ["02-step-shape", "02-step-value", "02-step-unchanged", "02-step-elsewhere"]
DIAGNOSIS = {"02-step": "M28"}
BASED_ON = "correct"


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    return np.tanh(x @ U + h @ W + b)
