"""Right thoughts in the wrong kind of value: a text for a shape, a dictionary for a pair."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Mary Jackson"
EARNS = 11
FAILS = [
    "10-count-logits",
    "10-count-gradient",
    "10-count-guessing",
    "10-loss-value",
    "10-loss-mask",
    "10-loss-elsewhere",
]
BASED_ON = "correct"

# %% 10-count
logits_shape = "(2, 7, 4)"
gradient_shape = 9
loss_of_guessing = "log 4"


# %% 10-loss
def loss_and_gradient(y, answers, mask):
    log_p = y - np.logaddexp.reduce(y, axis=-1, keepdims=True)
    a = np.eye(y.shape[1])[answers]
    n = mask.sum()
    return {
        "loss": -(a * log_p).sum(axis=-1)[mask].sum() / n,
        "d_y": (np.exp(log_p) - a) * mask[:, None] / n,
    }
