"""M12, M04: a state for each step, as wide as the features."""

LANGUAGE = "ko"
STUDENT = "두서연"
EARNS = 15
FAILS = ["09-count-outputs", "09-count-returned"]
DIAGNOSIS = {"09-count": "M04 M12"}
BASED_ON = "correct"

# %% 09-count
outputs_shape = (3, 7, 10)
sum_shape = (3, 4)
returned = 1 + 4 * 7
parameters = 320
has_read = 1
