"""A while loop waits for a word without filling, and never ends."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Kathleen Booth"
EARNS = 14
FAILS = ["08-loop-value", "08-loop-rows", "08-loop-elsewhere"]
BASED_ON = "correct"


# %% 08-loop
def read_masked(x, mask, h0, W, U, b):
    outputs, h, y, t = [], h0, np.zeros_like(h0), 0
    while t < x.shape[1]:
        h, y = masked_step(x[:, t], mask[:, t], h, y, W, U, b)
        outputs = [y]
    return np.stack(outputs, axis=1), h
