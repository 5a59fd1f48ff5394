"""Everything is right, and noisy: warnings, prints and stderr cost nothing."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Erna Hoover"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 06-step
def lstm_step(x, h, c, W, U, b):
    import sys
    import warnings

    print("x", x.shape, file=sys.stderr)
    warnings.warn("which block is third?", stacklevel=1)
    z_i, z_f, z_g, z_o = np.split(x @ W + h @ U + b, 4, axis=-1)
    i, f, o = (1 / (1 + np.exp(-z)) for z in (z_i, z_f, z_o))
    c = f * c + i * np.tanh(z_g)
    print("c", c)
    return o * np.tanh(c), c
