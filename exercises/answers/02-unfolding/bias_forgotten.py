"""M05: the step does not add the bias."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Mary Ross"
EARNS = 16
FAILS = ["02-step-value", "02-step-elsewhere"]
DIAGNOSIS = {"02-step": "M05"}
BASED_ON = "correct"


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    return np.tanh(x @ W + h @ U)
