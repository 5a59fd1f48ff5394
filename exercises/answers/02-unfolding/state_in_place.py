"""M10: the given state is overwritten."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "강도윤"
EARNS = 17
FAILS = ["02-step-unchanged"]
DIAGNOSIS = {"02-step": "M10"}
BASED_ON = "correct"


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    h[:] = np.tanh(x @ W + h @ U + b)
    return h
