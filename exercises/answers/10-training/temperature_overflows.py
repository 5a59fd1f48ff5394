"""M21: right values, but large logits overflow."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "홍다은"
EARNS = 16
FAILS = ["10-temperature-elsewhere"]
DIAGNOSIS = {"10-temperature": "M21"}
BASED_ON = "correct"


# %% 10-temperature
def probabilities(y, tau):
    exps = np.exp(y / tau)
    return exps / exps.sum(axis=-1, keepdims=True)
