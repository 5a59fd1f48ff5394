"""M20: the reset gate's block is taken for the first."""

LANGUAGE = "en"
STUDENT = "Betty Holberton"
EARNS = 15
FAILS = ["05-hold-value", "05-hold-elsewhere"]
DIAGNOSIS = {"05-hold": "M20"}
BASED_ON = "correct"


# %% 05-hold
def hold(b, gate, value):
    held, H = b.copy(), b.shape[1] // 3
    start = {"r": 0, "z": H}[gate]
    held[0, start : start + H] = 20 if value else -20
    return held
