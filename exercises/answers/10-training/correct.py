"""Everything is right, written as the book writes it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "김하늘"
EARNS = 17
FAILS = []

# %% 10-count
logits_shape = (2, 7, 4)
gradient_shape = (3, 3)
loss_of_guessing = 1.3863


# %% 10-temperature
def probabilities(y, tau):
    y = y / tau
    exps = np.exp(y - y.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


# %% 10-loss
def loss_and_gradient(y, answers, mask):
    shifted = y - y.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    a = np.eye(y.shape[1])[answers]
    n = mask.sum()
    loss = -(a * log_p).sum(axis=-1)[mask].sum() / n
    return loss, (np.exp(log_p) - a) * mask[:, None] / n


# %% 10-step
def step_back(d_h, x, before, after, U):
    d_z = d_h * (1 - after * after)
    return d_z @ U.T, x.T @ d_z, before.T @ d_z, d_z.sum(axis=0)


# %% 10-loop
def back_through_time(d_out, x, h, U):
    d_h = np.zeros_like(h[:, 0])
    d_W = np.zeros((x.shape[2], len(U)))
    d_U = np.zeros_like(U)
    d_b = np.zeros(len(U))
    for t in reversed(range(x.shape[1])):
        d_h = d_h + d_out[:, t]
        d_h, step_W, step_U, step_b = step_back(d_h, x[:, t], h[:, t], h[:, t + 1], U)
        d_W += step_W
        d_U += step_U
        d_b += step_b
    return d_W, d_U, d_b, d_h


# %% 10-clip
def clip(gradients, limit):
    norm = np.sqrt(sum((one**2).sum() for one in gradients))
    factor = limit / norm if norm > limit else 1.0
    return tuple(one * factor for one in gradients)


# %% [markdown] 10-why
# 손실 0.02는 학습한 글의 다음 글자를 거의 다 맞힌다는 뜻입니다. 외우기만 해도 그렇게 됩니다.
# 학습에 쓰지 않은 글의 손실을 재서 log V와 견주어야 합니다.
# 새 글의 손실이 다시 커지기 시작하면 그때 멈춥니다.
