"""M17: the backward layer starts where the forward one ended."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Kathaleen Land"
EARNS = 14
FAILS = ["09-loop-value", "09-loop-turned", "09-loop-elsewhere"]
DIAGNOSIS = {"09-loop": "M17"}
BASED_ON = "correct"


# %% 09-loop
def both_ways(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[:, ::-1], h, *back)
    return np.concatenate([forward, backward[:, ::-1]], axis=-1), h, g
