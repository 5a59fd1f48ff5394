"""M02: the last step is cut out as a sequence of length 1."""

LANGUAGE = "ko"
STUDENT = "윤예은"
EARNS = 13
FAILS = ["04-returned-shape", "04-returned-value", "04-returned-state", "04-returned-elsewhere"]
DIAGNOSIS = {"04-returned": "M02"}
BASED_ON = "correct"


# %% 04-returned
def returned(states, return_sequences, return_state):
    last = states[:, -1:]
    output = states if return_sequences else last
    return (output, last) if return_state else output
