"""M07: the reshape was only written in another way."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Cecilia Payne"
EARNS = 14
FAILS = ["03-mend-rows", "03-mend-elsewhere"]
DIAGNOSIS = {"03-mend": "M07"}
BASED_ON = "correct"


# %% 03-mend
def batch_first(x):
    T, B, D = x.shape
    return np.reshape(x, (B, T, D))
