"""M23: the output starts from the initial state."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Mary Tsingou"
EARNS = 15
FAILS = ["08-loop-value", "08-loop-elsewhere"]
DIAGNOSIS = {"08-loop": "M23"}
BASED_ON = "correct"


# %% 08-loop
def read_masked(x, mask, h0, W, U, b):
    outputs, h, y = [], h0, h0
    for t in range(x.shape[1]):
        h, y = masked_step(x[:, t], mask[:, t], h, y, W, U, b)
        outputs.append(y)
    return np.stack(outputs, axis=1), h
