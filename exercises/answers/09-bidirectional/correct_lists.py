"""Everything is right: lists and comprehensions."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "모지안"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 09-align
def align(outputs):
    return [row[::-1] for row in outputs.tolist()]


# %% 09-merge
def merge(forward, backward, mode):
    ways = {
        "concat": lambda: np.dstack([forward, backward]),
        "sum": lambda: sum([forward, backward]),
        "mul": lambda: np.prod([forward, backward], axis=0),
        "ave": lambda: np.mean([forward, backward], axis=0),
    }
    return ways[mode]()


# %% 09-last
def last_output(outputs):
    H = outputs.shape[-1] // 2
    return np.array([[*row[-1, :H], *row[0, H:]] for row in outputs])
