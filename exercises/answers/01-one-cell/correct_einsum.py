"""Everything is right: einsum, np.eye, and squeeze."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "남궁솔"
EARNS = 15
FAILS = []
BASED_ON = "correct"


# %% 01-one-hot
def one_hot(letter, vocabulary):
    return np.eye(len(vocabulary))[[[vocabulary.index(letter)]]]


# %% 01-weights
def weights_from(numbers, D, H):
    W, U, b = np.split(numbers, np.cumsum([D * H, H * H]))
    return W.reshape(-1, H), U.reshape(-1, H), b


# %% 01-step
def cell(x, h, W, U, b):
    z = np.einsum("bd,dh->bh", x, W) + np.einsum("bk,kh->bh", h, U) + b
    return np.tanh(z), np.tanh(z)


# %% 01-mend
def read(x, h0, W, U, b):
    return np.tanh(np.squeeze(x, axis=1).dot(W) + h0.dot(U) + b)
