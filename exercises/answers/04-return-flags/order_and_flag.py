"""M02 and M13 at once: true and false are swapped, and the state comes first."""

LANGUAGE = "en"
STUDENT = "Marlyn Meltzer"
EARNS = 13
FAILS = ["04-returned-shape", "04-returned-value", "04-returned-state", "04-returned-elsewhere"]
DIAGNOSIS = {"04-returned": "M02 M13"}
BASED_ON = "correct"


# %% 04-returned
def returned(states, return_sequences, return_state):
    last = states[:, -1]
    output = last if return_sequences else states
    return (last, output) if return_state else output
