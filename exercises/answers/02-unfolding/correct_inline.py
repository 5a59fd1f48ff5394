"""Everything is right, and no function calls another where it need not."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "홍다은"
EARNS = 18
FAILS = []
BASED_ON = "correct"


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    return np.tanh(np.einsum("bd,dh->bh", x, W) + np.einsum("bk,kh->bh", h, U) + b)


# %% 02-unfold
def unfold(x, h0, W, U, b):
    drive = x @ W + b
    outputs = np.empty((x.shape[0], x.shape[1], U.shape[0]))
    before = h0
    for t in range(x.shape[1]):
        before = outputs[:, t] = np.tanh(drive[:, t] + before @ U)
    return outputs, before


# %% 02-mend
def all_states(x, h0, W, U, b):
    states = np.concatenate([h0[:, None], np.zeros((*x.shape[:2], len(U)))], axis=1)
    for t in range(x.shape[1]):
        states[:, t + 1] = np.tanh(x[:, t] @ W + states[:, t] @ U + b)
    return states[:, 1:]
