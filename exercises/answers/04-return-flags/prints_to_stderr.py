"""Everything is right, and noisy: warnings, prints and stderr cost nothing."""

LANGUAGE = "en"
STUDENT = "Annie Easley"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 04-last
def last_state(result):
    import sys
    import warnings

    print(type(result), file=sys.stderr)
    warnings.warn("a tuple?", stacklevel=1)
    if isinstance(result, tuple):
        return result[1]
    print(result.shape)
    return result[:, -1] if result.ndim == 3 else result
