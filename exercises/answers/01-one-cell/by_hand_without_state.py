"""M16 and M05: the state before is left out in one number, the bias in the other."""

LANGUAGE = "en"
STUDENT = "Kathleen Booth"
EARNS = 13
FAILS = ["01-number-first", "01-number-second"]
DIAGNOSIS = {"01-number": "M16 M05"}
BASED_ON = "correct"


# %% 01-number
first_unit = 1.0
second_unit = -0.1
