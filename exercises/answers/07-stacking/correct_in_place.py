"""Everything is right: norms and copies."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Jean Sammet"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 07-step
def stacked_step(x, states, weights):
    states = [h.copy() for h in states]
    for h, arrays in zip(states, weights, strict=True):
        h[...] = simple_rnn_step(x, h, *arrays)
        x = h
    return tuple(states)


# %% 07-compare
def largest_difference(x, weights, fresh):
    fresh = weights
    difference = by_steps(x, fresh) - by_layers(x, weights)
    return float(np.linalg.norm(difference.ravel(), np.inf))
