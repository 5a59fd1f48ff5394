"""M08: both are joined on the axis of time."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "명가온"
EARNS = 15
FAILS = ["09-merge-concat", "09-merge-elsewhere"]
DIAGNOSIS = {"09-merge": "M08"}
BASED_ON = "correct"


# %% 09-merge
def merge(forward, backward, mode):
    ways = {"sum": np.add, "mul": np.multiply, "ave": lambda a, b: (a + b) / 2}
    if mode in ways:
        return ways[mode](forward, backward)
    return np.concatenate([forward, backward], axis=1)
