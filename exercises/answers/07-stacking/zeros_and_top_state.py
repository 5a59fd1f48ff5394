"""M16 and M15 at once: every layer starts from zeros, and the top state alone comes back."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "한지호"
EARNS = 13
FAILS = ["07-stack-shape", "07-stack-last", "07-stack-initial", "07-stack-elsewhere"]
DIAGNOSIS = {"07-stack": "M16 M15"}
BASED_ON = "correct"


# %% 07-stack
def stack(x, states, weights):
    for W, U, b in weights:
        x, h = unfold(x, np.zeros((len(x), len(U))), W, U, b)
    return x, h
