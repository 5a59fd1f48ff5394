"""M01: the shape is mended, and still the last output alone goes up."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ruth Teitelbaum"
EARNS = 15
FAILS = ["07-mend-steps", "07-mend-elsewhere"]
DIAGNOSIS = {"07-mend": "M01"}
BASED_ON = "correct"


# %% 07-mend
def last_of_stack(x, weights):
    for W, U, b in weights:
        _, h = unfold(x, np.zeros((len(x), len(U))), W, U, b)
        x = h[:, None]
    return h
