"""M19: the blocks are moved from the order of Keras to the other one."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "서이안"
EARNS = 15
FAILS = ["06-order-value", "06-order-elsewhere"]
DIAGNOSIS = {"06-order": "M19"}
BASED_ON = "correct"


# %% 06-order
def keras_order(weight, order):
    blocks = dict(zip("ifgo", np.split(weight, 4, axis=-1), strict=True))
    return np.concatenate([blocks[gate] for gate in order], axis=-1)
