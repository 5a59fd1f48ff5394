"""Two pieces are joined rightly, and a third one is forgotten: only the hidden test sees it."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Mary Allen"
EARNS = 16
FAILS = ["06-mend-elsewhere"]
BASED_ON = "correct"


# %% 06-mend
def read_pieces(pieces, h0, c0, W, U, b):
    one, h, c = lstm(pieces[0], h0, c0, W, U, b)
    two, h, c = lstm(pieces[1], h, c, W, U, b)
    return np.concatenate([one, two], axis=1), h, c
