"""M19: the blocks are taken in the order f, g, i, o."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Jean Sammet"
EARNS = 13
FAILS = ["06-step-value", "06-step-keep", "06-step-write", "06-step-elsewhere"]
DIAGNOSIS = {"06-step": "M19"}
BASED_ON = "correct_elements"


# %% 06-step
def lstm_step(x, h, c, W, U, b):
    z_f, z_g, z_i, z_o = np.split(x @ W + h @ U + b, 4, axis=-1)
    i, f, o = (1 / (1 + np.exp(-z)) for z in (z_i, z_f, z_o))
    c = f * c + i * np.tanh(z_g)
    return o * np.tanh(c), c
