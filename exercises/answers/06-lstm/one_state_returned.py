"""M14: the hidden state is returned in the place of both."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "고은성"
EARNS = 13
FAILS = ["06-step-value", "06-step-keep", "06-step-write", "06-step-elsewhere"]
DIAGNOSIS = {"06-step": "M14"}
BASED_ON = "correct"


# %% 06-step
def lstm_step(x, h, c, W, U, b):
    z_i, z_f, z_g, z_o = np.split(x @ W + h @ U + b, 4, axis=-1)
    i, f, o = (1 / (1 + np.exp(-z)) for z in (z_i, z_f, z_o))
    h = o * np.tanh(f * c + i * np.tanh(z_g))
    return h, h
