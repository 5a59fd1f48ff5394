"""The step stops with an error of its own; the questions after it are not touched."""

LANGUAGE = "en"
STUDENT = "Margaret Rock"
EARNS = 14
FAILS = ["08-step-value", "08-step-stays", "08-step-elsewhere"]
BASED_ON = "correct"


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    raise IndexError("m has one axis, h has two")
