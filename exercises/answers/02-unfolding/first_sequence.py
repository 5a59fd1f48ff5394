"""M10: only the first sequence of the batch is read."""

LANGUAGE = "en"
STUDENT = "Jean Bartik"
EARNS = 16
FAILS = ["02-input-shape", "02-input-value"]
DIAGNOSIS = {"02-input": "M10"}
BASED_ON = "correct_loop"


# %% 02-input
def input_at(x, t):
    return x[0, t]
