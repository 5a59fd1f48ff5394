"""M05, M13: the candidate is not counted, and the layer is taken to return one state."""

LANGUAGE = "en"
STUDENT = "Ida Rhodes"
EARNS = 14
FAILS = ["06-count-kernel", "06-count-parameters", "06-count-values"]
DIAGNOSIS = {"06-count": "M05 M05 M13"}
BASED_ON = "correct"

# %% 06-count
kernel_shape = (5, 9)
parameters = 3 * (5 * 3 + 3 * 3 + 3)
values = 2
