"""M21: tanh for the gates, the sigmoid for the candidate."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "정민준"
EARNS = 14
FAILS = ["05-step-value", "05-step-resets", "05-step-elsewhere"]
DIAGNOSIS = {"05-step": "M21"}
BASED_ON = "correct"


# %% 05-step
def gru_step(x, h, W, U, b):
    x_z, x_r, x_h = np.split(x @ W + b[0], 3, axis=1)
    h_z, h_r, h_h = np.split(h @ U + b[1], 3, axis=1)
    z = np.tanh(x_z + h_z)
    r = np.tanh(x_r + h_r)
    hh = sigmoid(x_h + r * h_h)
    return z * h + (1 - z) * hh
