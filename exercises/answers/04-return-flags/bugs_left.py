"""M16 and M15: the function is copied with both of its mistakes."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "임수아"
EARNS = 14
FAILS = ["04-mend-value", "04-mend-first", "04-mend-elsewhere"]
DIAGNOSIS = {"04-mend": "M16 M15"}
BASED_ON = "correct"


# %% 04-mend
def read_backwards(x, h0, W, U, b):
    outputs, h = [], h0
    for t in range(x.shape[1]):
        h = simple_rnn_step(x[:, -t], h, W, U, b)
        outputs.append(h)
    in_order = np.stack(outputs[::-1], axis=1)
    return in_order, in_order[:, -1]
