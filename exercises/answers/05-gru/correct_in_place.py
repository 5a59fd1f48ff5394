"""Everything is right: arrays made first and filled, in float32 where it is allowed."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Jean Sammet"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 05-loop
def gru_loop(x, h0, W, U, b):
    outputs = np.empty((*x.shape[:2], h0.shape[1]), dtype="float32")
    h = np.array(h0)
    for t in range(x.shape[1]):
        h[...] = gru_step(x[:, t], h, W, U, b)
        outputs[:, t] = h
    return outputs, h


# %% 05-mend
def reset_before_step(x, h, W, U, b):
    H = h.shape[1]
    total = x @ W + b
    total[:, : 2 * H] += h @ U[:, : 2 * H]
    z, r = sigmoid(total[:, :H]), sigmoid(total[:, H : 2 * H])
    total[:, 2 * H :] += (r * h) @ U[:, 2 * H :]
    new = np.tanh(total[:, 2 * H :])
    new *= 1 - z
    new += z * h
    return new
