"""The steps of the visible tests are written into the code: only the hidden test sees it."""

LANGUAGE = "ko"
STUDENT = "권나은"
EARNS = 17
FAILS = ["02-input-value"]
BASED_ON = "correct_loop"


# %% 02-input
def input_at(x, t):
    return {0: x[:, 0], 1: x[:, 1], 4: x[:, 4 % x.shape[1]]}.get(t, x[:, 0])
