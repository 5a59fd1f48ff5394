"""Everything is right, and noisy."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "마루한"
EARNS = 15
FAILS = []
BASED_ON = "correct"


# %% 01-step
def cell(x, h, W, U, b):
    import sys
    import warnings

    print("x", x.shape, file=sys.stderr)
    warnings.warn("is this right?", stacklevel=1)
    h = np.tanh(x @ W + h @ U + b)
    return h, h
