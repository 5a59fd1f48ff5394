"""M10: the given bias is overwritten."""

LANGUAGE = "ko"
STUDENT = "강도윤"
EARNS = 16
FAILS = ["05-hold-unchanged"]
DIAGNOSIS = {"05-hold": "M10"}
BASED_ON = "correct"


# %% 05-hold
def hold(b, gate, value):
    H = b.shape[1] // 3
    start = 0 if gate == "z" else H
    b[0, start : start + H] = 20 if value else -20
    return b
