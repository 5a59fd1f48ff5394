"""The length of the first word is taken for the longest."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "길서윤"
EARNS = 15
FAILS = ["08-pad-zeros", "08-pad-elsewhere"]
BASED_ON = "correct"


# %% 08-pad
def pad(words):
    x = np.zeros((len(words), len(words[0]), words[0].shape[1]))
    mask = np.zeros(x.shape[:2], dtype=bool)
    for row, word in enumerate(words):
        x[row, : len(word)] = word[: len(words[0])]
        mask[row, : len(word)] = True
    return x, mask
