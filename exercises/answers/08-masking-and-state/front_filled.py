"""M23: the filling stands before the word."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Beatrice Worsley"
EARNS = 14
FAILS = ["08-pad-value", "08-pad-zeros", "08-pad-elsewhere"]
DIAGNOSIS = {"08-pad": "M23"}
BASED_ON = "correct_arithmetic"


# %% 08-pad
def pad(words):
    T = max(len(word) for word in words)
    x = np.zeros((len(words), T, words[0].shape[1]))
    mask = np.zeros((len(words), T), dtype=bool)
    for row, word in enumerate(words):
        x[row, T - len(word) :] = word
        mask[row, T - len(word) :] = True
    return x, mask
