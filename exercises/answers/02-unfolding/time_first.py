"""M09: the outputs are stacked with time on the first axis."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "임수아"
EARNS = 13
FAILS = [
    "02-unfold-shape",
    "02-unfold-chain",
    "02-unfold-last",
    "02-unfold-rows",
    "02-unfold-elsewhere",
]
DIAGNOSIS = {"02-unfold": "M09"}
BASED_ON = "correct"


# %% 02-unfold
def unfold(x, h0, W, U, b):
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        h = simple_rnn_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.array(outputs), h
