"""M03: units is taken for the number of time steps."""

LANGUAGE = "ko"
STUDENT = "이서연"
EARNS = 16
FAILS = ["02-count-outputs", "02-count-state"]
DIAGNOSIS = {"02-count": "M03 M03"}
BASED_ON = "correct"

# %% 02-count
outputs_shape = (2, 3, 5)
state_shape = (2, 7)
parameters = 27
parameters_when_longer = 27
