"""M11 and M29: one number a word, and equal settings for equal layers."""

LANGUAGE = "en"
STUDENT = "Henrietta Leavitt"
EARNS = 14
FAILS = ["03-count-output", "03-count-fresh"]
DIAGNOSIS = {"03-count": "M11 M29"}
BASED_ON = "correct"

# %% 03-count
batch_shape = (3, 7, 4)
output_shape = (3, 1)
parameters_for_six = 14
fresh_layers_agree = True
