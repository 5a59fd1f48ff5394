"""Everything is right, and noisy: warnings, prints and stderr cost nothing."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Annie Easley"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 05-loop
def gru_loop(x, h0, W, U, b):
    import sys
    import warnings

    warnings.warn("how many steps?", stacklevel=1)
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        print("step", t, file=sys.stderr)
        h = gru_step(x[:, t], h, W, U, b)
        print(h.shape)
        outputs.append(h)
    return np.stack(outputs, axis=1), h
