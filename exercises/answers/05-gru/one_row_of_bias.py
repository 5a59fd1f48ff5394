"""M20: the second row of the bias is not used."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "최지우"
EARNS = 15
FAILS = ["05-step-value", "05-step-elsewhere"]
DIAGNOSIS = {"05-step": "M20"}
BASED_ON = "correct"


# %% 05-step
def gru_step(x, h, W, U, b):
    x_z, x_r, x_h = np.split(x @ W + b[0], 3, axis=1)
    h_z, h_r, h_h = np.split(h @ U, 3, axis=1)
    z = sigmoid(x_z + h_z)
    r = sigmoid(x_r + h_r)
    hh = np.tanh(x_h + r * h_h)
    return z * h + (1 - z) * hh
