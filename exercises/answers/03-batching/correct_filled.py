"""Everything is right, with arrays that are filled."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "서다인"
EARNS = 16
FAILS = []
BASED_ON = "correct"


# %% 03-join
def batch_of(words):
    batch = np.empty((len(words), *words[0].shape))
    for i, word in enumerate(words):
        batch[i] = word
    return batch


# %% 03-alone
def one_by_one(x, h0, W, U, b):
    B, T, H = len(x), x.shape[1], h0.shape[1]
    outputs, states = np.zeros((B, T, H)), np.zeros((B, H))
    for i in range(B):
        y, h = unfold(x[i][np.newaxis], h0[i][np.newaxis], W, U, b)
        outputs[i], states[i] = y[0], h[0]
    return outputs, states


# %% 03-axis
def batch_axis(x):
    changed = x.copy()
    changed[0] += 1
    same = np.isclose(mystery(changed), mystery(x))
    return 0 if same[1:].all() else 1


# %% 03-mend
def batch_first(x):
    return np.array([[x[t, i] for t in range(x.shape[0])] for i in range(x.shape[1])])
