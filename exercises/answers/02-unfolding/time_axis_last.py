"""M08: the last axis is taken for time."""

LANGUAGE = "ko"
STUDENT = "최지우"
EARNS = 16
FAILS = ["02-input-shape", "02-input-value"]
DIAGNOSIS = {"02-input": "M08"}
BASED_ON = "correct_loop"


# %% 02-input
def input_at(x, t):
    return x[:, :, t]
