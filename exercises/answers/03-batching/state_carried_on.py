"""M10: the state goes on from one sequence to the next."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "하도담"
EARNS = 13
FAILS = ["03-alone-equal", "03-alone-one", "03-alone-elsewhere"]
DIAGNOSIS = {"03-alone": "M10"}
BASED_ON = "correct"


# %% 03-alone
def one_by_one(x, h0, W, U, b):
    outputs, states = [], []
    h = h0[:1]
    for i in range(len(x)):
        y, h = unfold(x[i : i + 1], h, W, U, b)
        outputs.append(y)
        states.append(h)
    return np.concatenate(outputs), np.concatenate(states)
