"""M20: the logits are multiplied by the temperature."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Grace Lee"
EARNS = 15
FAILS = ["10-temperature-value", "10-temperature-elsewhere"]
DIAGNOSIS = {"10-temperature": "M20"}
BASED_ON = "correct"


# %% 10-temperature
def probabilities(y, tau):
    scaled = y * tau
    exps = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)
