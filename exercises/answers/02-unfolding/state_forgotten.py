"""M16: the step does not use the state before."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "정민준"
EARNS = 16
FAILS = ["02-step-value", "02-step-elsewhere"]
DIAGNOSIS = {"02-step": "M16"}
BASED_ON = "correct"


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    return np.tanh(x @ W + b)
