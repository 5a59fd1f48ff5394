"""Two layers are written out: only the hidden test has three."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "권나은"
EARNS = 16
FAILS = ["07-stack-elsewhere"]
BASED_ON = "correct"


# %% 07-stack
def stack(x, states, weights):
    x, lower = unfold(x, states[0], *weights[0])
    x, upper = unfold(x, states[1], *weights[1])
    return x, lower, upper
