"""A while loop forgets to count, so that it never ends."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Evelyn Boyd"
EARNS = 16
FAILS = ["02-mend-chain", "02-mend-elsewhere"]
BASED_ON = "correct"


# %% 02-mend
def all_states(x, h0, W, U, b):
    states = np.zeros((x.shape[0], x.shape[1], h0.shape[1]))
    t = 0
    while t < x.shape[1]:
        before = h0 if t == 0 else states[:, t - 1]
        states[:, t] = simple_rnn_step(x[:, t], before, W, U, b)
    return states
