"""M10: loss and gradient are sums."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Joan Clarke"
EARNS = 15
FAILS = ["10-loss-value", "10-loss-elsewhere"]
DIAGNOSIS = {"10-loss": "M10"}
BASED_ON = "correct"


# %% 10-loss
def loss_and_gradient(y, answers, mask):
    shifted = y - y.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    a = np.eye(y.shape[1])[answers]
    return -(a * log_p).sum(axis=-1)[mask].sum(), (np.exp(log_p) - a) * mask[:, None]
