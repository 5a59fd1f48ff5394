"""A while loop forgets to count, so that it never ends."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Edith Clarke"
EARNS = 13
FAILS = ["01-mend-rows", "01-mend-elsewhere"]
BASED_ON = "correct"


# %% 01-mend
def read(x, h0, W, U, b):
    t = 0
    while t < x.shape[1]:
        h = np.tanh(x[:, t] @ W + h0 @ U + b)
    return h
