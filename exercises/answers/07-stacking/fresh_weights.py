"""M29: two freshly built models are compared."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Marlyn Meltzer"
EARNS = 14
FAILS = ["07-compare-value", "07-compare-same", "07-compare-elsewhere"]
DIAGNOSIS = {"07-compare": "M29"}
BASED_ON = "correct"


# %% 07-compare
def largest_difference(x, weights, fresh):
    return np.max(np.abs(by_layers(x, weights) - by_steps(x, fresh)))
