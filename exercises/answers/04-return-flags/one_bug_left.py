"""M15: the last place is still taken for the last state."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ruth Teitelbaum"
EARNS = 14
FAILS = ["04-mend-value", "04-mend-first", "04-mend-elsewhere"]
DIAGNOSIS = {"04-mend": "M15"}
BASED_ON = "correct"


# %% 04-mend
def read_backwards(x, h0, W, U, b):
    outputs, h = [], h0
    for t in range(x.shape[1]):
        h = simple_rnn_step(x[:, -t - 1], h, W, U, b)
        outputs.append(h)
    in_order = np.stack(outputs[::-1], axis=1)
    return in_order, in_order[:, -1]
