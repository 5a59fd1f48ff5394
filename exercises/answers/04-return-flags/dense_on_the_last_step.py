"""M22: Dense gets the last step alone."""

LANGUAGE = "en"
STUDENT = "Betty Holberton"
EARNS = 14
FAILS = ["04-dense-value", "04-dense-steps", "04-dense-elsewhere"]
DIAGNOSIS = {"04-dense": "M22"}
BASED_ON = "correct"


# %% 04-dense
def dense_each(outputs, W, b):
    return outputs[:, -1] @ W + b
