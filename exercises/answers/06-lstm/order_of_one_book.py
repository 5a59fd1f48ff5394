"""M19: order is not looked at; only the hidden test sees it."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Gertrude Blanch"
EARNS = 16
FAILS = ["06-order-elsewhere"]
DIAGNOSIS = {"06-order": "M19"}
BASED_ON = "correct_elements"


# %% 06-order
def keras_order(weight, order):
    f, g, i, o = np.split(weight, 4, axis=-1)
    return np.concatenate([i, f, g, o], axis=-1)
