"""M24: the function is copied with its mistake; nothing is forgotten between texts."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "편도훈"
EARNS = 15
FAILS = ["08-mend-reset", "08-mend-elsewhere"]
DIAGNOSIS = {"08-mend": "M24"}
BASED_ON = "correct"


# %% 08-mend
def read_calls(calls, W, U, b):
    outputs, h = [], None
    for x in calls:
        if x is None:
            continue
        if h is None:
            h = np.zeros((len(x), len(b)))
        y, h = unfold(x, h, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h
