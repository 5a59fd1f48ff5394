"""M16: d_U is made of the new state."""

LANGUAGE = "ko"
STUDENT = "임채원"
EARNS = 15
FAILS = ["10-step-value", "10-step-elsewhere"]
DIAGNOSIS = {"10-step": "M16"}
BASED_ON = "correct"


# %% 10-step
def step_back(d_h, x, before, after, U):
    d_z = d_h * (1 - after**2)
    return d_z @ U.T, x.T @ d_z, after.T @ d_z, d_z.sum(axis=0)
