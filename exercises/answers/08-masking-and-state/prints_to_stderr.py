"""Everything is right, and noisy: warnings, prints and stderr cost nothing."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "옥세린"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    import sys
    import warnings

    print("m", m, file=sys.stderr)
    warnings.warn("is a masked step 0?", stacklevel=1)
    new = simple_rnn_step(x, h, W, U, b)
    print("new", new.shape)
    return np.where(m[:, None], new, h), np.where(m[:, None], new, y)
