"""M16: the initial state is stored as the result of the first step."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Marlyn Meltzer"
EARNS = 16
FAILS = ["02-mend-chain", "02-mend-elsewhere"]
DIAGNOSIS = {"02-mend": "M16"}
BASED_ON = "correct"


# %% 02-mend
def all_states(x, h0, W, U, b):
    states = np.zeros((x.shape[0], x.shape[1], h0.shape[1]))
    states[:, 0] = h0
    for t in range(1, x.shape[1]):
        states[:, t] = simple_rnn_step(x[:, t], states[:, t - 1], W, U, b)
    return states
