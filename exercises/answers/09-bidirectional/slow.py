"""A while loop waits for the first step, and never ends."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Annie Easley"
EARNS = 13
FAILS = ["09-loop-value", "09-loop-turned", "09-loop-rows", "09-loop-elsewhere"]
BASED_ON = "correct"


# %% 09-loop
def both_ways(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g, t = [], g0, x.shape[1] - 1
    while t >= 0:
        g = simple_rnn_step(x[:, t], g, *back)
        backward = [g]
    return np.concatenate([forward, np.stack(backward, axis=1)], axis=-1), h, g
