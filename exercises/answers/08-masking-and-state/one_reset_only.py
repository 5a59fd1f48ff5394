"""A first None is not expected: only the hidden test sees it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "위서준"
EARNS = 16
FAILS = ["08-mend-elsewhere"]
BASED_ON = "correct"


# %% 08-mend
def read_calls(calls, W, U, b):
    h = np.zeros((calls[0].shape[0], len(b)))
    outputs = []
    for x in calls:
        if x is None:
            h = np.zeros_like(h)
            continue
        y, h = unfold(x, h, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h
