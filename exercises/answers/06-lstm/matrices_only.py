"""The blocks are looked for on the second axis, which a bias does not have."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "도예린"
EARNS = 16
FAILS = ["06-order-elsewhere"]
BASED_ON = "correct"


# %% 06-order
def keras_order(weight, order):
    blocks = np.split(weight, 4, axis=1)
    return np.concatenate([blocks[order.index(gate)] for gate in "ifgo"], axis=1)
