"""A text for a shape, a text for a count, and a dictionary for the blocks."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "안소율"
EARNS = 12
FAILS = [
    "06-count-kernel",
    "06-count-parameters",
    "06-count-values",
    "06-order-value",
    "06-order-elsewhere",
]
BASED_ON = "correct"

# %% 06-count
kernel_shape = "(5, 12)"
parameters = "108"
values = "outputs, h, c"


# %% 06-order
def keras_order(weight, order):
    return dict(zip(order, np.split(weight, 4, axis=-1), strict=True))
