"""M09: the time axis is returned."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Maria Mitchell"
EARNS = 14
FAILS = ["03-axis-both", "03-axis-elsewhere"]
DIAGNOSIS = {"03-axis": "M09"}
BASED_ON = "correct"


# %% 03-axis
def batch_axis(x):
    return 1 if np.allclose(mystery(x[::-1])[::-1], mystery(x)) else 0
