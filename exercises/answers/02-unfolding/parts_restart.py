"""M17: each piece starts from the initial state again."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "오하준"
EARNS = 16
FAILS = ["02-parts-whole", "02-parts-elsewhere"]
DIAGNOSIS = {"02-parts": "M17"}
BASED_ON = "correct"


# %% 02-parts
def unfold_parts(parts, h0, W, U, b):
    outputs = []
    for part in parts:
        y, h = unfold(part, h0, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h
