"""Everything is right: einsum, and a loop that calls itself."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "조유진"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 05-hold
def hold(b, gate, value):
    number = np.arange(b.shape[1]) // (b.shape[1] // 3)
    place = (number == ["z", "r"].index(gate)) & (np.arange(2) == 0)[:, None]
    return np.where(place, 20.0 if value else -20.0, b)


# %% 05-step
def gru_step(x, h, W, U, b):
    from_x = np.einsum("bd,dk->bk", x, W) + b[0]
    from_h = np.einsum("bh,hk->bk", h, U) + b[1]
    H = h.shape[1]
    z, r = np.split(sigmoid((from_x + from_h)[:, :-H]), 2, axis=1)
    return z * h + (1 - z) * np.tanh(from_x[:, -H:] + r * from_h[:, -H:])


# %% 05-loop
def gru_loop(x, h0, W, U, b):
    h = gru_step(x[:, 0], h0, W, U, b)
    if x.shape[1] == 1:
        return h[:, None], h
    rest, last = gru_loop(x[:, 1:], h, W, U, b)
    return np.concatenate([h[:, None], rest], axis=1), last
