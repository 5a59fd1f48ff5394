"""M17: every step starts from the initial state."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "장시우"
EARNS = 16
FAILS = ["02-unfold-chain", "02-unfold-elsewhere"]
DIAGNOSIS = {"02-unfold": "M17"}
BASED_ON = "correct"


# %% 02-unfold
def unfold(x, h0, W, U, b):
    outputs = []
    for t in range(x.shape[1]):
        h = simple_rnn_step(x[:, t], h0, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h
