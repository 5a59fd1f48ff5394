"""M04: the state is as wide as the input, and so are the weights."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "선우진"
EARNS = 13
FAILS = ["01-sizes-state", "01-sizes-kernel"]
DIAGNOSIS = {"01-sizes": "M04 M04"}
BASED_ON = "correct"


# %% 01-sizes
B, T, D, H = my_sizes(student)
cell_input = (B, D)
cell_state = (B, D)
kernel = (D, D)
recurrent_kernel = (H, H)
