"""M05 and M15: the upper layer is thought to read letters, and to have the only state."""

LANGUAGE = "en"
STUDENT = "Grace Murray"
EARNS = 15
FAILS = ["07-count-parameters", "07-count-state"]
DIAGNOSIS = {"07-count": "M05 M15"}
BASED_ON = "correct"

# %% 07-count
between_shape = (2, 7, 3)
answers_shape = (2, 7, 4)
parameters = 27 + (5 * 6 + 6 * 6 + 6)
lower_state_shape = (2, 6)
