"""The values are right, but nothing was read alone."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Dorothea Klumpke"
EARNS = 15
FAILS = ["03-alone-one"]
BASED_ON = "correct"


# %% 03-alone
def one_by_one(x, h0, W, U, b):
    return unfold(x, h0, W, U, b)
