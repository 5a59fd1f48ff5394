"""Everything is right, and noisy: warnings, prints and stderr cost nothing."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Annie Easley"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 07-mend
def last_of_stack(x, weights):
    import sys
    import warnings

    warnings.warn("how many layers?", stacklevel=1)
    for W, U, b in weights:
        print("layer", file=sys.stderr)
        x, h = unfold(x, np.zeros((len(x), len(U))), W, U, b)
        print(h.shape)
    return h
