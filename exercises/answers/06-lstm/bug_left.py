"""M18: the function is copied with its mistake; each piece starts from c0."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "남도현"
EARNS = 15
FAILS = ["06-mend-whole", "06-mend-elsewhere"]
DIAGNOSIS = {"06-mend": "M18"}
BASED_ON = "correct"


# %% 06-mend
def read_pieces(pieces, h0, c0, W, U, b):
    outputs, h = [], h0
    for piece in pieces:
        y, h, c = lstm(piece, h, c0, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h, c
