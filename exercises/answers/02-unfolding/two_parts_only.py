"""Two pieces are joined rightly, and a third one is forgotten: only the hidden test sees it."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Frances Spence"
EARNS = 17
FAILS = ["02-parts-elsewhere"]
BASED_ON = "correct"


# %% 02-parts
def unfold_parts(parts, h0, W, U, b):
    one, h = unfold(parts[0], h0, W, U, b)
    two, h = unfold(parts[1], h, W, U, b)
    return np.concatenate([one, two], axis=1), h
