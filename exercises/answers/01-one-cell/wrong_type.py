"""Words where shapes and arrays are wanted."""

LANGUAGE = "ko"
STUDENT = "백이든"
EARNS = 7
FAILS = [
    "01-sizes-input",
    "01-sizes-state",
    "01-sizes-kernel",
    "01-sizes-recurrent",
    "01-number-first",
    "01-number-second",
    "01-one-hot-value",
    "01-one-hot-elsewhere",
]
BASED_ON = "correct"


# %% 01-sizes
cell_input = "B, D"
cell_state = "B, H"
kernel = 12
recurrent_kernel = None


# %% 01-number
first_unit = "1.24"
second_unit = [-0.2]


# %% 01-one-hot
def one_hot(letter, vocabulary):
    return f"[[[{letter}]]]"
