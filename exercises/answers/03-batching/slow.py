"""One function never ends; the others keep their points."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Williamina Fleming"
EARNS = 14
FAILS = ["03-axis-both", "03-axis-elsewhere"]
BASED_ON = "correct"


# %% 03-axis
def batch_axis(x):
    while True:
        mystery(x)
