"""M10: the gradients of the weights are means over the batch."""

LANGUAGE = "ko"
STUDENT = "오민재"
EARNS = 15
FAILS = ["10-step-batch", "10-step-elsewhere"]
DIAGNOSIS = {"10-step": "M10"}
BASED_ON = "correct"


# %% 10-step
def step_back(d_h, x, before, after, U):
    d_z = d_h * (1 - after**2)
    return d_z @ U.T, x.T @ d_z / len(x), before.T @ d_z / len(x), d_z.mean(axis=0)
