"""M07: an axis of length 1 is left over."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "도새봄"
EARNS = 12
FAILS = ["03-alone-shape", "03-alone-equal", "03-alone-one", "03-alone-elsewhere"]
DIAGNOSIS = {"03-alone": "M07"}
BASED_ON = "correct"


# %% 03-alone
def one_by_one(x, h0, W, U, b):
    alone = [unfold(x[i : i + 1], h0[i : i + 1], W, U, b) for i in range(len(x))]
    return np.stack([y for y, _ in alone]), np.stack([h for _, h in alone])
