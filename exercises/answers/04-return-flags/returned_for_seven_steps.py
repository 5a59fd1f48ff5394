"""The last step is thought to be step 6, or step 2 when there are three."""

LANGUAGE = "en"
STUDENT = "Frances Spence"
EARNS = 16
FAILS = ["04-returned-elsewhere"]
BASED_ON = "correct"


# %% 04-returned
def returned(states, return_sequences, return_state):
    last = states[:, 6 if states.shape[1] == 7 else 2 % states.shape[1]]
    output = states if return_sequences else last
    return (output, last) if return_state else output
