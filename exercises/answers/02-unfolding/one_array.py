"""M10: one array is changed and collected again and again."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Kay Antonelli"
EARNS = 15
FAILS = ["02-unfold-chain", "02-unfold-rows", "02-unfold-elsewhere"]
DIAGNOSIS = {"02-unfold": "M10"}
BASED_ON = "correct"


# %% 02-unfold
def unfold(x, h0, W, U, b):
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        h[:] = simple_rnn_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h
