"""M28: the shapes are those of another student, copied as numbers."""

LANGUAGE = "ko"
STUDENT = "사공찬"
EARNS = 11
FAILS = ["01-sizes-input", "01-sizes-state", "01-sizes-kernel", "01-sizes-recurrent"]
BASED_ON = "correct"


# %% 01-sizes
cell_input = (97, 95)
cell_state = (97, 94)
kernel = (95, 94)
recurrent_kernel = (94, 94)
