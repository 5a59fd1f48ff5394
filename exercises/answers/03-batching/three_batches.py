"""M10: one batch of three words is taken for three batches."""

LANGUAGE = "ko"
STUDENT = "장미르"
EARNS = 14
FAILS = ["03-count-batch", "03-count-parameters"]
DIAGNOSIS = {"03-count": "M10 M10"}
BASED_ON = "correct"

# %% 03-count
batch_shape = (3, 1, 7, 4)
output_shape = (3, 2)
parameters_for_six = 28
fresh_layers_agree = False
