"""M13: two values come back whatever the flag says."""

LANGUAGE = "en"
STUDENT = "Kay Antonelli"
EARNS = 14
FAILS = ["04-returned-shape", "04-returned-value", "04-returned-elsewhere"]
DIAGNOSIS = {"04-returned": "M13"}
BASED_ON = "correct"


# %% 04-returned
def returned(states, return_sequences, return_state):
    last = states[:, -1]
    return (states, last) if return_sequences else (last, last)
