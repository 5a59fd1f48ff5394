"""M22: Dense is thought to see the last time step alone."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "한지호"
EARNS = 16
FAILS = ["10-count-logits"]
DIAGNOSIS = {"10-count": "M22"}
BASED_ON = "correct"

# %% 10-count
logits_shape = (2, 4)
gradient_shape = (3, 3)
loss_of_guessing = np.log(4)
