"""M28: a cell is given a whole sequence, and its U is built with the input size."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Gladys West"
EARNS = 11
FAILS = ["01-sizes-input", "01-sizes-recurrent", "01-mend-rows", "01-mend-elsewhere"]
DIAGNOSIS = {"01-sizes": "M28 M28", "01-mend": "M28"}
BASED_ON = "correct"


# %% 01-sizes
B, T, D, H = my_sizes(student)
cell_input = (B, T, D)
cell_state = (B, H)
kernel = (D, H)
recurrent_kernel = (D, H)


# %% 01-mend
def read(x, h0, W, U, b):
    return np.tanh(x @ W + h0 @ U + b)
