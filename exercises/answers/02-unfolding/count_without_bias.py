"""M05: the bias is not counted, and twice the length doubles the parameters."""

LANGUAGE = "en"
STUDENT = "Grace Murray"
EARNS = 17
FAILS = ["02-count-parameters"]
DIAGNOSIS = {"02-count": "M05"}
BASED_ON = "correct"

# %% 02-count
outputs_shape = (2, 7, 3)
state_shape = (2, 3)
parameters = 5 * 3 + 3 * 3
parameters_when_longer = 2 * parameters
