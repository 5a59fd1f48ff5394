"""M15: the state before the step is collected, so that last output and last state differ."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Lynn Conway"
EARNS = 15
FAILS = ["02-unfold-chain", "02-unfold-last", "02-unfold-elsewhere"]
DIAGNOSIS = {"02-unfold": "M15"}
BASED_ON = "correct"


# %% 02-unfold
def unfold(x, h0, W, U, b):
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        outputs.append(h)
        h = simple_rnn_step(x[:, t], h, W, U, b)
    return np.stack(outputs, axis=1), h
