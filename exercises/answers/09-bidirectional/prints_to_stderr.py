"""Everything is right, and noisy: warnings, prints and stderr cost nothing."""

LANGUAGE = "ko"
STUDENT = "설아린"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 09-align
def align(outputs):
    import sys
    import warnings

    print("outputs", outputs.shape, file=sys.stderr)
    warnings.warn("from the end?", stacklevel=1)
    print("turned round")
    return outputs[:, ::-1]
