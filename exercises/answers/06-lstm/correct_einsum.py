"""Everything is right: einsum, comprehensions, and the loops written out in full."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "백하준"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 06-bias
def fresh_bias(H):
    return [float(H <= k < 2 * H) for k in range(4 * H)]


# %% 06-step
def lstm_step(x, h, c, W, U, b):
    H = len(U)
    z = np.einsum("bd,dk->bk", x, W) + np.einsum("bh,hk->bk", h, U) + b
    z = z.reshape(len(x), 4, H)
    i, f, o = (1.0 / (1.0 + np.exp(-z[:, k])) for k in (0, 1, 3))
    kept, written = f * c, i * np.tanh(z[:, 2])
    return o * np.tanh(kept + written), kept + written


# %% 06-order
def keras_order(weight, order):
    columns = weight.reshape(*weight.shape[:-1], 4, -1)
    chosen = np.take(columns, [order.find(gate) for gate in ("i", "f", "g", "o")], axis=-2)
    return chosen.reshape(weight.shape)
