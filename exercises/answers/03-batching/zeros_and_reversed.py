"""M16 and M10: two mistakes at once."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Margaret Harwood"
EARNS = 13
FAILS = ["03-alone-equal", "03-alone-one", "03-alone-elsewhere"]
DIAGNOSIS = {"03-alone": "M16 M10"}
BASED_ON = "correct"


# %% 03-alone
def one_by_one(x, h0, W, U, b):
    zero = np.zeros((1, h0.shape[1]))
    alone = [unfold(x[i : i + 1], zero, W, U, b) for i in reversed(range(len(x)))]
    return np.concatenate([y for y, _ in alone]), np.concatenate([h for _, h in alone])
