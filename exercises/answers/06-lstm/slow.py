"""A while loop forgets to count, so that it never ends."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Grete Hermann"
EARNS = 15
FAILS = ["06-mend-whole", "06-mend-elsewhere"]
BASED_ON = "correct"


# %% 06-mend
def read_pieces(pieces, h0, c0, W, U, b):
    outputs, h, c, n = [], h0, c0, 0
    while n < len(pieces):
        y, h, c = lstm(pieces[n], h, c, W, U, b)
        outputs = [*outputs[:1], y]
    return np.concatenate(outputs, axis=1), h, c
