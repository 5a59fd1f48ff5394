"""The sizes of the visible tests are written into the code: only the hidden test sees it."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Radia Perlman"
EARNS = 17
FAILS = ["02-unfold-elsewhere"]
BASED_ON = "correct"


# %% 02-unfold
def unfold(x, h0, W, U, b):
    h = h0
    outputs = []
    for t in range(min(7, x.shape[1])):
        h = simple_rnn_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.reshape(np.stack(outputs, axis=1), (-1, len(outputs), 3)), h
