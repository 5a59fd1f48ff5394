"""Everything is right, with new axes and indices."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ada Jones"
EARNS = 16
FAILS = []
BASED_ON = "correct"


# %% 03-join
def batch_of(words):
    return np.concatenate([word[None] for word in words])


# %% 03-alone
def one_by_one(x, h0, W, U, b):
    pairs = [unfold(row[None], h[None], W, U, b) for row, h in zip(x, h0, strict=True)]
    outputs, states = zip(*pairs, strict=True)
    return np.vstack(outputs), np.vstack(states)


# %% 03-axis
def batch_axis(x):
    first = mystery(x[:1])
    return 0 if np.allclose(first, mystery(x)[:1]) and alone(x) else 1


def alone(x):
    return np.allclose(mystery(x[1:]), mystery(x)[1:])


# %% 03-mend
def batch_first(x):
    return np.stack([x[:, row] for row in range(x.shape[1])])
