"""Everything is right, element by element."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ada Byron"
EARNS = 17
FAILS = []

# %% 10-count
logits_shape = [2, 7, 4]
gradient_shape = np.zeros((3, 3)).shape
loss_of_guessing = -np.log(1 / 4)


# %% 10-temperature
def probabilities(y, tau):
    rows = []
    for row in y:
        best = max(row)
        exps = [np.exp((one - best) / tau) for one in row]
        rows.append([one / sum(exps) for one in exps])
    return np.array(rows)


# %% 10-loss
def loss_and_gradient(y, answers, mask):
    loss, d_y, n = 0.0, np.zeros(y.shape), sum(mask)
    for i in range(len(y)):
        if not mask[i]:
            continue
        row = y[i] - max(y[i])
        total = sum(np.exp(row))
        loss += (np.log(total) - row[answers[i]]) / n
        for k in range(len(row)):
            d_y[i, k] = (np.exp(row[k]) / total - (k == answers[i])) / n
    return loss, d_y


# %% 10-step
def step_back(d_h, x, before, after, U):
    d_W, d_U, d_b = np.zeros((x.shape[1], len(U))), np.zeros(U.shape), np.zeros(len(U))
    d_before = np.zeros(before.shape)
    for i in range(len(d_h)):
        d_z = d_h[i] * (1 - after[i] ** 2)
        d_W += np.outer(x[i], d_z)
        d_U += np.outer(before[i], d_z)
        d_b += d_z
        d_before[i] = U @ d_z
    return d_before, d_W, d_U, d_b


# %% 10-loop
def back_through_time(d_out, x, h, U):
    d_h, sums, t = np.zeros_like(d_out[:, 0]), None, x.shape[1] - 1
    while t >= 0:
        d_h, *own = step_back(d_out[:, t] + d_h, x[:, t], h[:, t], h[:, t + 1], U)
        sums = own if sums is None else [a + b for a, b in zip(sums, own, strict=True)]
        t -= 1
    return sums[0], sums[1], sums[2], d_h


# %% 10-clip
def clip(gradients, limit):
    flat = np.concatenate([one.ravel() for one in gradients])
    norm = np.linalg.norm(flat)
    return [one / max(norm / limit, 1) for one in gradients]


# %% [markdown] 10-why
# A small loss on the training text only says that the text is known by heart.
# The loss on text kept aside shows whether anything carries over; compare it with log V.
# Stop when the loss on the part kept aside starts to rise.
