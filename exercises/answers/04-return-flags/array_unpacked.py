"""M13: an array is taken apart like a tuple, into rows of the batch."""

LANGUAGE = "ko"
STUDENT = "정민준"
EARNS = 15
FAILS = ["04-last-array", "04-last-elsewhere"]
DIAGNOSIS = {"04-last": "M13"}
BASED_ON = "correct"


# %% 04-last
def last_state(result):
    _, state = result[0], result[1]
    return state
