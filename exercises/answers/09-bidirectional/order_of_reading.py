"""M26: outputs stay in the order in which they were read, in both places."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Christine Darden"
EARNS = 12
FAILS = [
    "09-align-value",
    "09-align-elsewhere",
    "09-loop-value",
    "09-loop-turned",
    "09-loop-elsewhere",
]
DIAGNOSIS = {"09-align": "M26", "09-loop": "M26"}
BASED_ON = "correct"


# %% 09-align
def align(outputs):
    return outputs


# %% 09-loop
def both_ways(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[:, ::-1], g0, *back)
    return np.concatenate([forward, backward], axis=-1), h, g
