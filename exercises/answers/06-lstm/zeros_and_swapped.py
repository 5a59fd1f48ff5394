"""M14, M16: the states are returned swapped and c0 is ignored, two mistakes at once."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Sophie Wilson"
EARNS = 15
FAILS = ["06-loop-value", "06-loop-elsewhere"]
DIAGNOSIS = {"06-loop": "M14 M16"}
BASED_ON = "correct"


# %% 06-loop
def lstm(x, h0, c0, W, U, b):
    h, c = h0, np.zeros_like(c0)
    outputs = []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), c, h
