"""M20 twice: the function is copied with both of its mistakes."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "임수아"
EARNS = 14
FAILS = ["05-mend-value", "05-mend-keeps", "05-mend-elsewhere"]
DIAGNOSIS = {"05-mend": "M20 M20"}
BASED_ON = "correct"


# %% 05-mend
def reset_before_step(x, h, W, U, b):
    x_z, x_r, x_h = np.split(x @ W + b, 3, axis=-1)
    h_z, h_r, h_h = np.split(h @ U, 3, axis=-1)
    z, r = sigmoid(x_z + h_z), sigmoid(x_r + h_r)
    hh = np.tanh(x_h + r * h_h)
    return (1 - z) * h + z * hh
