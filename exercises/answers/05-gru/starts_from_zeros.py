"""M16: the given initial state is ignored."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "윤예은"
EARNS = 14
FAILS = ["05-loop-value", "05-loop-split", "05-loop-elsewhere"]
DIAGNOSIS = {"05-loop": "M16"}
BASED_ON = "correct"


# %% 05-loop
def gru_loop(x, h0, W, U, b):
    h = np.zeros_like(h0)
    outputs = []
    for t in range(x.shape[1]):
        h = gru_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h
