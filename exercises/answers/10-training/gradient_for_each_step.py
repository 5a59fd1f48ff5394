"""M06: a gradient of its own for each time step."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Mary Ross"
EARNS = 16
FAILS = ["10-count-gradient"]
DIAGNOSIS = {"10-count": "M06"}
BASED_ON = "correct"

# %% 10-count
logits_shape = (2, 7, 4)
gradient_shape = (7, 3, 3)
loss_of_guessing = np.log(4)
