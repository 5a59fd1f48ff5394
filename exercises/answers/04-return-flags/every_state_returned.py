"""M12: the state is given for all time steps."""

LANGUAGE = "ko"
STUDENT = "한지호"
EARNS = 14
FAILS = ["04-returned-shape", "04-returned-state", "04-returned-elsewhere"]
DIAGNOSIS = {"04-returned": "M12"}
BASED_ON = "correct"


# %% 04-returned
def returned(states, return_sequences, return_state):
    output = states if return_sequences else states[:, -1]
    if return_state:
        return output, states
    return output
