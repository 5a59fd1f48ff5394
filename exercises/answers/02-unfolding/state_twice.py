"""M12: the step returns the state twice, as a layer with return_state does."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ruth Teitelbaum"
EARNS = 15
FAILS = ["02-step-shape", "02-step-value", "02-step-elsewhere"]
DIAGNOSIS = {"02-step": "M12"}
BASED_ON = "correct"


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    h = np.tanh(x @ W + h @ U + b)
    return h, h
