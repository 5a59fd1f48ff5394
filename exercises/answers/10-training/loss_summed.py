"""M10: the loss is thought to be a sum over the time steps."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "정수아"
EARNS = 16
FAILS = ["10-count-guessing"]
DIAGNOSIS = {"10-count": "M10"}
BASED_ON = "correct"

# %% 10-count
logits_shape = (2, 7, 4)
gradient_shape = (3, 3)
loss_of_guessing = 7 * np.log(4)
