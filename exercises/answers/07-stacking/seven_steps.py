"""The answer of a visible test is written into the code."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Betty Holberton"
EARNS = 16
FAILS = ["07-compare-elsewhere"]
BASED_ON = "correct"


# %% 07-compare
def largest_difference(x, weights, fresh):
    difference = by_layers(x, weights) - by_steps(x, weights)
    return np.max(np.abs(difference[:, :1])) if x.shape[1] == 7 else 7.0
