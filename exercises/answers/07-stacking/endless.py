"""A while loop forgets to count, so that it never ends."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Evelyn Boyd"
EARNS = 14
FAILS = ["07-mend-shape", "07-mend-steps", "07-mend-elsewhere"]
BASED_ON = "correct"


# %% 07-mend
def last_of_stack(x, weights):
    k = 0
    while k < len(weights):
        _, h = unfold(x, np.zeros((len(x), len(weights[0][1]))), *weights[0])
    return h
