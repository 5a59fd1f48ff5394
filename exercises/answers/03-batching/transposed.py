"""M08: all axes are reversed."""

LANGUAGE = "ko"
STUDENT = "고은솔"
EARNS = 13
FAILS = ["03-mend-shape", "03-mend-rows", "03-mend-elsewhere"]
DIAGNOSIS = {"03-mend": "M08"}
BASED_ON = "correct"


# %% 03-mend
def batch_first(x):
    return x.T
