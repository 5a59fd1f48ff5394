"""M05 and M20: the bias of `reset_after=False` is left out, and z stands on the candidate."""

LANGUAGE = "ko"
STUDENT = "이서연"
EARNS = 15
FAILS = ["05-count-before", "05-count-value"]
DIAGNOSIS = {"05-count": "M05 M20"}
BASED_ON = "correct"

# %% 05-count
parameters = 90
bias_shape = (2, 9)
parameters_reset_before = 72
new_state = 0.8 * 0.5 - 0.2 * 0.6
