"""M09: the shorter axis is taken for the batch."""

LANGUAGE = "ko"
STUDENT = "주하늬"
EARNS = 14
FAILS = ["03-axis-both", "03-axis-elsewhere"]
DIAGNOSIS = {"03-axis": "M09"}
BASED_ON = "correct"


# %% 03-axis
def batch_axis(x):
    return 0 if x.shape[0] < x.shape[1] else 1
