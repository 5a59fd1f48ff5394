"""M15: the very last step is taken for that of the last letter."""

LANGUAGE = "en"
STUDENT = "Hertha Sponer"
EARNS = 15
FAILS = ["08-last-value", "08-last-elsewhere"]
DIAGNOSIS = {"08-last": "M15"}
BASED_ON = "correct"


# %% 08-last
def last_letters(outputs, mask):
    return outputs[:, -1]
