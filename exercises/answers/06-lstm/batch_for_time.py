"""M09: the first axis is read as time."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "진하람"
EARNS = 14
FAILS = ["06-loop-value", "06-loop-rows", "06-loop-elsewhere"]
DIAGNOSIS = {"06-loop": "M09"}
BASED_ON = "correct"


# %% 06-loop
def lstm(x, h0, c0, W, U, b):
    h, c = h0, c0
    outputs = []
    for x_t in x:
        h, c = lstm_step(x_t, h, c, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c
