"""A while loop forgets to count, so that it never ends."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Evelyn Boyd"
EARNS = 14
FAILS = ["04-mend-value", "04-mend-first", "04-mend-elsewhere"]
BASED_ON = "correct"


# %% 04-mend
def read_backwards(x, h0, W, U, b):
    t, h = x.shape[1], h0
    while t > 0:
        h = simple_rnn_step(x[:, t - 1], h, W, U, b)
    return h, h
