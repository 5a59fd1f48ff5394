"""Everything is right: copies that are changed in place, and recursion over calls."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Dina St Johnston"
EARNS = 17
FAILS = []
BASED_ON = "correct_arithmetic"


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    new_h, new_y = h.copy(), y.copy()
    new_h[m] = new_y[m] = simple_rnn_step(x[m], h[m], W, U, b)
    return new_h, new_y


# %% 08-mend
def read_calls(calls, W, U, b, h=None):
    if not calls:
        return np.zeros((len(h), 0, len(b))), h
    x, *rest = calls
    if x is None:
        return read_calls(rest, W, U, b)
    y, h = unfold(x, np.zeros((len(x), len(b))) if h is None else h, W, U, b)
    outputs, last = read_calls(rest, W, U, b, h)
    return np.concatenate([y, outputs], axis=1), last
