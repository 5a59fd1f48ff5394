"""M21: sigmoid and tanh are swapped."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "황보민"
EARNS = 12
FAILS = ["06-step-value", "06-step-keep", "06-step-write", "06-step-shut", "06-step-elsewhere"]
DIAGNOSIS = {"06-step": "M21"}
BASED_ON = "correct"


# %% 06-step
def lstm_step(x, h, c, W, U, b):
    z_i, z_f, z_g, z_o = np.split(x @ W + h @ U + b, 4, axis=-1)
    i, f, o = np.tanh(z_i), np.tanh(z_f), np.tanh(z_o)
    c = f * c + i / (1 + np.exp(-z_g))
    return o / (1 + np.exp(-c)), c
