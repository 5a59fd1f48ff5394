"""M21: the gates use the hard sigmoid of older versions."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Lynn Conway"
EARNS = 15
FAILS = ["05-step-value", "05-step-elsewhere"]
DIAGNOSIS = {"05-step": "M21"}
BASED_ON = "correct"


# %% 05-step
def gru_step(x, h, W, U, b):
    x_z, x_r, x_h = np.split(x @ W + b[0], 3, axis=1)
    h_z, h_r, h_h = np.split(h @ U + b[1], 3, axis=1)
    z = np.clip((x_z + h_z) / 6 + 0.5, 0, 1)
    r = np.clip((x_r + h_r) / 6 + 0.5, 0, 1)
    hh = np.tanh(x_h + r * h_h)
    return z * h + (1 - z) * hh
