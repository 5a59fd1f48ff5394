"""M18: one state is carried on, the cell state starts afresh at every step."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "표지훈"
EARNS = 15
FAILS = ["06-loop-value", "06-loop-elsewhere"]
DIAGNOSIS = {"06-loop": "M18"}
BASED_ON = "correct"


# %% 06-loop
def lstm(x, h0, c0, W, U, b):
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c0, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c
