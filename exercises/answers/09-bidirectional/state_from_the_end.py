"""M15: the output of the last step is taken for the backward state."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "피다은"
EARNS = 14
FAILS = ["09-loop-value", "09-loop-turned", "09-loop-elsewhere"]
DIAGNOSIS = {"09-loop": "M15"}
BASED_ON = "correct"


# %% 09-loop
def both_ways(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward = unfold(x[:, ::-1], g0, *back)[0][:, ::-1]
    return np.concatenate([forward, backward], axis=-1), h, backward[:, -1]
