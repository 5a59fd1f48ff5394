"""The length of a visible test is written into the code."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "권나은"
EARNS = 15
FAILS = ["05-loop-split", "05-loop-elsewhere"]
BASED_ON = "correct"


# %% 05-loop
def gru_loop(x, h0, W, U, b):
    h = h0
    outputs = []
    for t in range(min(3, x.shape[1])):
        h = gru_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h
