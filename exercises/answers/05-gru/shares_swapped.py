"""M20: z stands on the candidate."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "한지호"
EARNS = 13
FAILS = ["05-step-value", "05-step-keeps", "05-step-resets", "05-step-elsewhere"]
DIAGNOSIS = {"05-step": "M20"}
BASED_ON = "correct"


# %% 05-step
def gru_step(x, h, W, U, b):
    x_z, x_r, x_h = np.split(x @ W + b[0], 3, axis=1)
    h_z, h_r, h_h = np.split(h @ U + b[1], 3, axis=1)
    z = sigmoid(x_z + h_z)
    r = sigmoid(x_r + h_r)
    hh = np.tanh(x_h + r * h_h)
    return (1 - z) * h + z * hh
