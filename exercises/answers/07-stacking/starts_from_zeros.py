"""M16: the initial states are ignored."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Lynn Conway"
EARNS = 14
FAILS = ["07-stack-last", "07-stack-initial", "07-stack-elsewhere"]
DIAGNOSIS = {"07-stack": "M16"}
BASED_ON = "correct"


# %% 07-stack
def stack(x, states, weights):
    last = []
    for W, U, b in weights:
        x, h = unfold(x, np.zeros((len(x), len(U))), W, U, b)
        last.append(h)
    return (x, *last)
