"""M27, M13, M06: adds by default, counts one direction's states and weights."""

LANGUAGE = "ko"
STUDENT = "갈민재"
EARNS = 14
FAILS = ["09-count-outputs", "09-count-returned", "09-count-parameters"]
DIAGNOSIS = {"09-count": "M27 M13 M06"}
BASED_ON = "correct"

# %% 09-count
outputs_shape = (3, 7, 4)
sum_shape = (3, 4)
returned = 3
parameters = 160
has_read = 1
