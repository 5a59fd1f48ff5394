"""Everything is right: recursion over time, and float32 in between."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Lynn Adams"
EARNS = 17
FAILS = []
BASED_ON = "correct_elements"


# %% 06-loop
def lstm(x, h0, c0, W, U, b):
    h, c = lstm_step(x[:, 0], h0, c0, W, U, b)
    if x.shape[1] == 1:
        return h[:, None], h, c
    rest, last_h, last_c = lstm(x[:, 1:], h, c, W, U, b)
    return np.concatenate([h[:, None], rest], axis=1), last_h, last_c


# %% 06-mend
def read_pieces(pieces, h0, c0, W, U, b):
    states, read = (h0, c0), []
    for piece in pieces:
        y, *states = lstm(piece, *states, W, U, b)
        read.append(y.astype(np.float32))
    return np.concatenate(read, axis=1), *states
