"""M20 twice: no reset gate, and the second row of the bias is not used."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Marlyn Meltzer"
EARNS = 14
FAILS = ["05-step-value", "05-step-resets", "05-step-elsewhere"]
DIAGNOSIS = {"05-step": "M20 M20"}
BASED_ON = "correct"


# %% 05-step
def gru_step(x, h, W, U, b):
    x_z, _, x_h = np.split(x @ W + b[0], 3, axis=1)
    h_z, _, h_h = np.split(h @ U, 3, axis=1)
    z = sigmoid(x_z + h_z)
    hh = np.tanh(x_h + h_h)
    return z * h + (1 - z) * hh
