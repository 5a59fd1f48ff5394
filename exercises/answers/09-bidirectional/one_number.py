"""M11, M03, M05, M26: one number comes out, and it has read everything."""

LANGUAGE = "en"
STUDENT = "Kathryn Peddrew"
EARNS = 13
FAILS = ["09-count-outputs", "09-count-sum", "09-count-parameters", "09-count-read"]
DIAGNOSIS = {"09-count": "M03 M11 M05 M26"}
BASED_ON = "correct"

# %% 09-count
outputs_shape = (3, 4, 8)
sum_shape = (3, 1)
returned = 5
parameters = 2 * 4 * (5 * 4 + 4 * 4)
has_read = 7
