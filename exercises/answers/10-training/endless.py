"""The loop never ends: its cells stop at the time limit."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "신유나"
EARNS = 14
FAILS = ["10-loop-value", "10-loop-carry", "10-loop-elsewhere"]
BASED_ON = "correct"


# %% 10-loop
def back_through_time(d_out, x, h, U):
    t = x.shape[1] - 1
    while t >= 0:
        d_h = step_back(d_out[:, t], x[:, t], h[:, t], h[:, t + 1], U)
    return d_h
