"""M16: the given initial state is ignored."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "윤예은"
EARNS = 16
FAILS = ["02-unfold-chain", "02-unfold-elsewhere"]
DIAGNOSIS = {"02-unfold": "M16"}
BASED_ON = "correct"


# %% 02-unfold
def unfold(x, h0, W, U, b):
    h = np.zeros((x.shape[0], U.shape[0]))
    outputs = []
    for t in range(x.shape[1]):
        h = simple_rnn_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h
