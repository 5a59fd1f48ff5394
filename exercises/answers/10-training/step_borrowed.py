"""The withheld function of rnnkit is called: it says that it is to be written."""

# ruff: noqa: E402, F821
LANGUAGE = "ko"
STUDENT = "배소율"
EARNS = 14
FAILS = ["10-step-value", "10-step-batch", "10-step-elsewhere"]
BASED_ON = "correct"

# %% 10-step
import rnnkit


def step_back(d_h, x, before, after, U):
    W, b = np.zeros((x.shape[1], len(U))), np.zeros(len(U))
    return rnnkit.steps.simple_rnn_step_backward(d_h, x, before, W, U, b)[1:]
