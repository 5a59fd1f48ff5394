"""Only the first sequence of the batch is read, and its result given for all."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Klara Dan"
EARNS = 15
FAILS = ["06-loop-rows", "06-loop-elsewhere"]
BASED_ON = "correct"


# %% 06-loop
def lstm(x, h0, c0, W, U, b):
    h, c = h0[:1], c0[:1]
    outputs = []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:1, t], h, c, W, U, b)
        outputs.append(h)
    outputs = np.repeat(np.stack(outputs, axis=1), len(x), axis=0)
    return outputs, np.repeat(h, len(x), axis=0), np.repeat(c, len(x), axis=0)
