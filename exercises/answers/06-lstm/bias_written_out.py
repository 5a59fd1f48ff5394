"""The size of the visible test is written into the code: only the hidden test sees it."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Mary Keller"
EARNS = 16
FAILS = ["06-bias-elsewhere"]
BASED_ON = "correct"


# %% 06-bias
def fresh_bias(H):
    return np.array([0.0, 0, 1, 1, 0, 0, 0, 0])
