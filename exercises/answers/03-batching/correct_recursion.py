"""Everything is right, by recursion and einsum."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Kay Antonelli"
EARNS = 16
FAILS = []
BASED_ON = "correct"


# %% 03-join
def batch_of(words):
    return np.array(list(words))


# %% 03-alone
def one_by_one(x, h0, W, U, b):
    y, h = unfold(x[:1], h0[:1], W, U, b)
    if len(x) == 1:
        return y, h
    outputs, states = one_by_one(x[1:], h0[1:], W, U, b)
    return np.concatenate([y, outputs]), np.concatenate([h, states])


# %% 03-mend
def batch_first(x):
    return np.einsum("tbd->btd", x)
