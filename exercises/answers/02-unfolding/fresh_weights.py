"""M06: every time step has new weights."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Hedy Kiesler"
EARNS = 15
FAILS = ["02-unfold-chain", "02-unfold-rows", "02-unfold-elsewhere"]
DIAGNOSIS = {"02-unfold": "M06"}
BASED_ON = "correct"


# %% 02-unfold
def unfold(x, h0, W, U, b):
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        W_t = np.random.randn(*W.shape)
        U_t = np.random.randn(*U.shape)
        h = simple_rnn_step(x[:, t], h, W_t, U_t, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h
