"""M06: each step overwrites the gradients of the one before."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "서지우"
EARNS = 15
FAILS = ["10-loop-value", "10-loop-elsewhere"]
DIAGNOSIS = {"10-loop": "M06"}
BASED_ON = "correct"


# %% 10-loop
def back_through_time(d_out, x, h, U):
    d_h = np.zeros_like(h[:, 0])
    for t in reversed(range(x.shape[1])):
        d_h = d_h + d_out[:, t]
        d_h, d_W, d_U, d_b = step_back(d_h, x[:, t], h[:, t], h[:, t + 1], U)
    return d_W, d_U, d_b, d_h
