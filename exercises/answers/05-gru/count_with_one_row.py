"""M20: the bias is thought to have one row."""

LANGUAGE = "en"
STUDENT = "Grace Murray"
EARNS = 15
FAILS = ["05-count-parameters", "05-count-bias"]
DIAGNOSIS = {"05-count": "M20 M20"}
BASED_ON = "correct"

# %% 05-count
parameters = 3 * (5 * 3 + 3 * 3 + 3)
bias_shape = (9,)
parameters_reset_before = 3 * (5 * 3 + 3 * 3 + 3)
new_state = -0.38
