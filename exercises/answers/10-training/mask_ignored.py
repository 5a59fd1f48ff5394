"""M23: masked rows count like the others."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "윤도현"
EARNS = 15
FAILS = ["10-loss-mask", "10-loss-elsewhere"]
DIAGNOSIS = {"10-loss": "M23"}
BASED_ON = "correct"


# %% 10-loss
def loss_and_gradient(y, answers, mask):
    shifted = y - y.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    a = np.eye(y.shape[1])[answers]
    return -(a * log_p).sum() / len(y), (np.exp(log_p) - a) / len(y)
