"""Two layers are passed, however many there are."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "강도윤"
EARNS = 16
FAILS = ["07-mend-elsewhere"]
BASED_ON = "correct"


# %% 07-mend
def last_of_stack(x, weights):
    for W, U, b in weights[:2]:
        x, h = unfold(x, np.zeros((len(x), len(U))), W, U, b)
    return h
