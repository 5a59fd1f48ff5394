"""A while loop forgets to count, so that it never ends."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Evelyn Boyd"
EARNS = 14
FAILS = ["05-loop-value", "05-loop-split", "05-loop-elsewhere"]
BASED_ON = "correct"


# %% 05-loop
def gru_loop(x, h0, W, U, b):
    t, h = 0, h0
    while t < x.shape[1]:
        h = gru_step(x[:, t], h, W, U, b)
    return h, h
