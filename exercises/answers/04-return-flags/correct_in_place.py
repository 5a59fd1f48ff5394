"""Everything is right: arrays made first and filled, in float32 where it is allowed."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Jean Sammet"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 04-dense
def dense_each(outputs, W, b):
    answers = np.empty((*outputs.shape[:2], W.shape[1]), dtype="float32")
    answers[...] = b
    answers += np.tensordot(outputs, W, axes=1).astype("float32")
    return answers


# %% 04-mend
def read_backwards(x, h0, W, U, b):
    places = np.zeros((x.shape[1] + 1, *h0.shape))
    places[-1] = h0
    for t in reversed(range(x.shape[1])):
        places[t] = simple_rnn_step(x[:, t], places[t + 1], W, U, b)
    return places[:-1].transpose(1, 0, 2), places[0]
