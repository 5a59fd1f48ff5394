"""M16: the function is copied with its mistake; at the first step t - 1 wraps to the end."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "한지호"
EARNS = 16
FAILS = ["02-mend-chain", "02-mend-elsewhere"]
DIAGNOSIS = {"02-mend": "M16"}
BASED_ON = "correct"


# %% 02-mend
def all_states(x, h0, W, U, b):
    B, T, H = x.shape[0], x.shape[1], h0.shape[1]
    states = np.zeros((B, T, H))
    for t, x_t in enumerate(np.swapaxes(x, 0, 1)):
        states[:, t] = simple_rnn_step(x_t, states[:, t - 1], W, U, b)
    return states
