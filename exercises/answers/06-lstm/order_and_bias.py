"""M05, M19: no bias, and the blocks in the order of ONNX, two mistakes at once."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Frances Allen"
EARNS = 12
FAILS = ["06-step-value", "06-step-keep", "06-step-write", "06-step-shut", "06-step-elsewhere"]
DIAGNOSIS = {"06-step": "M05 M19"}
BASED_ON = "correct"


# %% 06-step
def lstm_step(x, h, c, W, U, b):
    z_i, z_o, z_f, z_g = np.split(x @ W + h @ U, 4, axis=-1)
    i, f, o = (1 / (1 + np.exp(-z)) for z in (z_i, z_f, z_o))
    c = f * c + i * np.tanh(z_g)
    return o * np.tanh(c), c
