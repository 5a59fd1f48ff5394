"""The size of a visible test is written into the code: only the hidden test sees it."""

LANGUAGE = "en"
STUDENT = "Radia Perlman"
EARNS = 16
FAILS = ["05-hold-elsewhere"]
BASED_ON = "correct"


# %% 05-hold
def hold(b, gate, value):
    held = b.copy()
    H = 2 if b.shape[1] == 6 else 3
    start = 0 if gate == "z" else H
    held[0, start : start + H] = 20 if value else -20
    return held
