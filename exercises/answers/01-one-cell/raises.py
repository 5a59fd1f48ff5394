"""The step stops with an error of its own."""

LANGUAGE = "en"
STUDENT = "Frances Allen"
EARNS = 12
FAILS = ["01-step-value", "01-step-unchanged", "01-step-elsewhere"]
BASED_ON = "correct"


# %% 01-step
def cell(x, h, W, U, b):
    raise ValueError("which one comes first?")
