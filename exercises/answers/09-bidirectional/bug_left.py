"""M26: the function is copied with its mistake."""

LANGUAGE = "en"
STUDENT = "Ophelia Taylor"
EARNS = 15
FAILS = ["09-last-value", "09-last-elsewhere"]
DIAGNOSIS = {"09-last": "M26"}
BASED_ON = "correct"


# %% 09-last
def last_output(outputs):
    return outputs[:, -1]
