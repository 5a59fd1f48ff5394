"""M15: every layer reads the letters."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "최지우"
EARNS = 13
FAILS = ["07-stack-shape", "07-stack-last", "07-stack-initial", "07-stack-elsewhere"]
DIAGNOSIS = {"07-stack": "M15"}
BASED_ON = "correct"


# %% 07-stack
def stack(x, states, weights):
    last = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        outputs, h = unfold(x, h, W, U, b)
        last.append(h)
    return (outputs, *last)
