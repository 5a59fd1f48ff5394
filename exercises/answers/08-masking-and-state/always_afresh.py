"""M24: every call starts from 0, as if the layer were not stateful."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Alexandra Illmer"
EARNS = 15
FAILS = ["08-mend-pieces", "08-mend-elsewhere"]
DIAGNOSIS = {"08-mend": "M24"}
BASED_ON = "correct"


# %% 08-mend
def read_calls(calls, W, U, b):
    outputs = []
    for x in calls:
        if x is not None:
            y, h = unfold(x, np.zeros((len(x), len(b))), W, U, b)
            outputs.append(y)
    return np.concatenate(outputs, axis=1), h
