"""M09: the batch is turned round, not time."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "남궁하윤"
EARNS = 11
FAILS = [
    "09-align-value",
    "09-align-elsewhere",
    "09-loop-value",
    "09-loop-turned",
    "09-loop-rows",
    "09-loop-elsewhere",
]
DIAGNOSIS = {"09-align": "M09", "09-loop": "M09"}
BASED_ON = "correct"


# %% 09-align
def align(outputs):
    return outputs[::-1]


# %% 09-loop
def both_ways(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[::-1], g0, *back)
    return np.concatenate([forward, backward[::-1]], axis=-1), h, g
