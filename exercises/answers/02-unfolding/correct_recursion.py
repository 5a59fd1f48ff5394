"""Everything is right: einsum, recursion, and results kept in float32."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "조유진"
EARNS = 18
FAILS = []
BASED_ON = "correct"


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    return np.tanh(np.einsum("bd,dh->bh", x, W) + np.einsum("bk,kh->bh", h, U) + b)


# %% 02-unfold
def unfold(x, h0, W, U, b):
    h = simple_rnn_step(x[:, 0], h0, W, U, b)
    if x.shape[1] == 1:
        return h[:, None], h
    rest, last = unfold(x[:, 1:], h, W, U, b)
    return np.concatenate([h[:, None], rest], axis=1), last


# %% 02-mend
def all_states(x, h0, W, U, b):
    states = np.zeros((x.shape[0], x.shape[1], len(b)), dtype=np.float32)
    for t in range(x.shape[1]):
        states[:, t] = simple_rnn_step(x[:, t], states[:, t - 1] if t > 0 else h0, W, U, b)
    return states
