"""M10: the given cell state is overwritten."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Betty Snyder"
EARNS = 15
FAILS = ["06-step-write", "06-step-elsewhere"]
DIAGNOSIS = {"06-step": "M10"}
BASED_ON = "correct"


# %% 06-step
def lstm_step(x, h, c, W, U, b):
    z_i, z_f, z_g, z_o = np.split(x @ W + h @ U + b, 4, axis=-1)
    i, f, o = (1 / (1 + np.exp(-z)) for z in (z_i, z_f, z_o))
    c *= f
    c += i * np.tanh(z_g)
    return o * np.tanh(c), c
