"""M26: the outputs are left in the order of reading."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "장시우"
EARNS = 14
FAILS = ["04-mend-value", "04-mend-first", "04-mend-elsewhere"]
DIAGNOSIS = {"04-mend": "M26"}
BASED_ON = "correct"


# %% 04-mend
def read_backwards(x, h0, W, U, b):
    outputs, h = [], h0
    for t in reversed(range(x.shape[1])):
        h = simple_rnn_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h
