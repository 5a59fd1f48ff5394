"""M26: the loop runs from the first step to the last."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "강시우"
EARNS = 14
FAILS = ["10-loop-value", "10-loop-carry", "10-loop-elsewhere"]
DIAGNOSIS = {"10-loop": "M26"}
BASED_ON = "correct"


# %% 10-loop
def back_through_time(d_out, x, h, U):
    d_h, d_W, d_U, d_b = 0, 0, 0, 0
    for t in range(x.shape[1]):
        d_h, w, u, b = step_back(d_h + d_out[:, t], x[:, t], h[:, t], h[:, t + 1], U)
        d_W, d_U, d_b = d_W + w, d_U + u, d_b + b
    return d_W, d_U, d_b, d_h
