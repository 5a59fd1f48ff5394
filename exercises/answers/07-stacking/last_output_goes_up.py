"""M01 and M22: one output goes up, and Dense sees the last step alone."""

LANGUAGE = "ko"
STUDENT = "이서연"
EARNS = 15
FAILS = ["07-count-between", "07-count-answers"]
DIAGNOSIS = {"07-count": "M01 M22"}
BASED_ON = "correct"

# %% 07-count
between_shape = (2, 3)
answers_shape = (2, 4)
parameters = 87
lower_state_shape = (2, 3)
