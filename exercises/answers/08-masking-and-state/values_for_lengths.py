"""M23: a letter whose features are all 0 is taken for an empty box."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "제갈윤"
EARNS = 16
FAILS = ["08-pad-zeros"]
DIAGNOSIS = {"08-pad": "M23"}
BASED_ON = "correct"


# %% 08-pad
def pad(words):
    T = max(len(word) for word in words)
    x = np.array([np.pad(word, ((0, T - len(word)), (0, 0))) for word in words])
    return x, x.any(axis=-1)
