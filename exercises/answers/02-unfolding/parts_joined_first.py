"""M24: the pieces are joined first, so that no state has to be carried."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Karen Jones"
EARNS = 17
FAILS = ["02-parts-elsewhere"]
BASED_ON = "correct"


# %% 02-parts
def unfold_parts(parts, h0, W, U, b):
    return unfold(np.concatenate(parts, axis=1), h0, W, U, b)
