"""Everything is right: np.flip, np.split, and recursion over steps."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Mary Golda Ross"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 09-align
def align(outputs):
    return np.flip(outputs, axis=1)


# %% 09-loop
def both_ways(x, h0, g0, there, back):
    if x.shape[1] == 0:
        return np.zeros((len(x), 0, 2 * h0.shape[1])), h0, g0
    first = simple_rnn_step(x[:, 0], h0, *there)
    behind = unfold(np.flip(x, axis=1), g0, *back)[0][:, -1]
    later, h, _ = both_ways(x[:, 1:], first, g0, there, back)
    outputs = np.concatenate([np.hstack([first, behind])[:, None], later], axis=1)
    return outputs, h, behind


# %% 09-last
def last_output(outputs):
    forward, backward = np.split(outputs, 2, axis=-1)
    return np.hstack([forward[:, -1], backward[:, 0]])
