"""M20: the shares are mended, the reset gate is not."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Frances Spence"
EARNS = 15
FAILS = ["05-mend-value", "05-mend-elsewhere"]
DIAGNOSIS = {"05-mend": "M20"}
BASED_ON = "correct"


# %% 05-mend
def reset_before_step(x, h, W, U, b):
    x_z, x_r, x_h = np.split(x @ W + b, 3, axis=-1)
    h_z, h_r, h_h = np.split(h @ U, 3, axis=-1)
    z, r = sigmoid(x_z + h_z), sigmoid(x_r + h_r)
    hh = np.tanh(x_h + r * h_h)
    return z * h + (1 - z) * hh
