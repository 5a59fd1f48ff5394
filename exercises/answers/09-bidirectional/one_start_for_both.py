"""M16, M13: both start from h0, and one state is missing: two mistakes at once."""

# ruff: noqa: F821, RUF059
LANGUAGE = "ko"
STUDENT = "표은우"
EARNS = 13
FAILS = ["09-loop-value", "09-loop-turned", "09-loop-rows", "09-loop-elsewhere"]
DIAGNOSIS = {"09-loop": "M16 M13"}
BASED_ON = "correct"


# %% 09-loop
def both_ways(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[:, ::-1], h0, *back)
    return np.concatenate([forward, backward[:, ::-1]], axis=-1), h
