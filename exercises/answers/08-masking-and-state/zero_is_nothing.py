"""M23: masks hide features, masked steps have no output, and zeros do nothing."""

LANGUAGE = "en"
STUDENT = "Mavis Batey"
EARNS = 14
FAILS = ["08-count-mask", "08-count-outputs", "08-count-empty"]
DIAGNOSIS = {"08-count": "M23 M23 M23"}
BASED_ON = "correct"

# %% 08-count
mask_shape = (3, 7, 4)
outputs_shape = (14, 6)
empty_step = 0.5
