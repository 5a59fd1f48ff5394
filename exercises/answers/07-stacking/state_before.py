"""M16: the upper layer reads the state of the step before."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "윤예은"
EARNS = 14
FAILS = ["07-step-value", "07-step-order", "07-step-elsewhere"]
DIAGNOSIS = {"07-step": "M16"}
BASED_ON = "correct"


# %% 07-step
def stacked_step(x, states, weights):
    new = []
    for k, (W, U, b) in enumerate(weights):
        below = states[k - 1] if k else x
        new.append(simple_rnn_step(below, states[k], W, U, b))
    return tuple(new)
