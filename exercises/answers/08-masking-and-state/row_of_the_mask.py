"""M09: the first axis of the mask is taken for time."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Marian Visich"
EARNS = 14
FAILS = ["08-loop-value", "08-loop-rows", "08-loop-elsewhere"]
DIAGNOSIS = {"08-loop": "M09"}
BASED_ON = "correct"


# %% 08-loop
def read_masked(x, mask, h0, W, U, b):
    outputs, h, y = [], h0, np.zeros_like(h0)
    for t in range(x.shape[1]):
        h, y = masked_step(x[:, t], mask[t], h, y, W, U, b)
        outputs.append(y)
    return np.stack(outputs, axis=1), h
