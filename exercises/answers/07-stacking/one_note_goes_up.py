"""M01: the last output alone goes up."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Kay Antonelli"
EARNS = 15
FAILS = ["07-stack-shape", "07-stack-elsewhere"]
DIAGNOSIS = {"07-stack": "M01"}
BASED_ON = "correct"


# %% 07-stack
def stack(x, states, weights):
    last = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        x, h = unfold(x, h, W, U, b)
        x = x[:, -1:]
        last.append(h)
    return (x, *last)
