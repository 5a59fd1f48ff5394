"""Everything is right, in float32 and with one joined product."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Chien Wu"
EARNS = 15
FAILS = []
BASED_ON = "correct"


# %% 01-one-hot
def one_hot(letter, vocabulary):
    x = np.zeros(len(vocabulary), dtype="float32")
    x[vocabulary.find(letter)] = 1
    return x[None, None]


# %% 01-step
def cell(x, h, W, U, b):
    joined = np.hstack([x, h]).astype("float32") @ np.vstack([W, U]).astype("float32")
    h = np.tanh(joined + b)
    return [h, h]


# %% 01-mend
def read(x, h0, W, U, b):
    return cell(x.reshape(len(x), -1), h0, W, U, b)[0]
