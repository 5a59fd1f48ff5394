"""M06: both directions use the forward weights."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Sue Wilder"
EARNS = 14
FAILS = ["09-loop-value", "09-loop-turned", "09-loop-elsewhere"]
DIAGNOSIS = {"09-loop": "M06"}
BASED_ON = "correct"


# %% 09-loop
def both_ways(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[:, ::-1], g0, *there)
    return np.concatenate([forward, backward[:, ::-1]], axis=-1), h, g
