"""M29: the signs are kept, so that a negative difference is not seen."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "정민준"
EARNS = 16
FAILS = ["07-compare-value"]
DIAGNOSIS = {"07-compare": "M29"}
BASED_ON = "correct"


# %% 07-compare
def largest_difference(x, weights, fresh):
    return np.max(by_layers(x, weights) - by_steps(x, weights))
