"""Everything is right, and noisy: warnings, prints and stderr cost nothing."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Annie Easley"
EARNS = 18
FAILS = []
BASED_ON = "correct"


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    import sys
    import warnings

    print("x", x.shape, file=sys.stderr)
    print("h", h.shape)
    warnings.warn("is this right?", stacklevel=1)
    return np.tanh(x @ W + h @ U + b)


# %% 02-parts
def unfold_parts(parts, h0, W, U, b):
    import sys

    outputs = []
    h = h0
    for part in parts:
        sys.stderr.write(f"piece {part.shape}\n")
        y, h = unfold(part, h, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h
