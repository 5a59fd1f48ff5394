"""M02 and M01: the function is copied with both of its mistakes."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "임수아"
EARNS = 14
FAILS = ["07-mend-shape", "07-mend-steps", "07-mend-elsewhere"]
DIAGNOSIS = {"07-mend": "M02 M01"}
BASED_ON = "correct"


# %% 07-mend
def last_of_stack(x, weights):
    for W, U, b in weights:
        _, h = unfold(x, np.zeros((len(x), len(U))), W, U, b)
        x = h[:, None]
    return x
