"""One function stops with an error of its own; the questions after it are not touched."""

LANGUAGE = "en"
STUDENT = "Melba Mouton"
EARNS = 14
FAILS = ["09-merge-concat", "09-merge-others", "09-merge-elsewhere"]
BASED_ON = "correct"


# %% 09-merge
def merge(forward, backward, mode):
    raise KeyError(mode)
