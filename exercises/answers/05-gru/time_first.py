"""M09: the outputs are stacked with time on the first axis."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ruth Teitelbaum"
EARNS = 14
FAILS = ["05-loop-value", "05-loop-split", "05-loop-elsewhere"]
DIAGNOSIS = {"05-loop": "M09"}
BASED_ON = "correct"


# %% 05-loop
def gru_loop(x, h0, W, U, b):
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        h = gru_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.array(outputs), h
