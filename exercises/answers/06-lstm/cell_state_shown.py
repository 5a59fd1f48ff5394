"""M14: the cell state is returned as the output."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "유서아"
EARNS = 14
FAILS = ["06-step-value", "06-step-shut", "06-step-elsewhere"]
DIAGNOSIS = {"06-step": "M14"}
BASED_ON = "correct"


# %% 06-step
def lstm_step(x, h, c, W, U, b):
    z_i, z_f, z_g, _ = np.split(x @ W + h @ U + b, 4, axis=-1)
    i, f = 1 / (1 + np.exp(-z_i)), 1 / (1 + np.exp(-z_f))
    c = f * c + i * np.tanh(z_g)
    return c, c
