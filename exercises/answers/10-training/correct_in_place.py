"""Everything is right, with arrays that are filled and changed on the way."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Lynn Conway"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 10-loss
def loss_and_gradient(y, answers, mask):
    p = np.exp(y - y.max(axis=1, keepdims=True))
    total = p.sum(axis=1)
    chosen = np.arange(len(y)), answers
    losses = y.max(axis=1) - y[chosen] + np.log(total)
    p /= total[:, None]
    p[chosen] -= 1.0
    p[~mask] = 0.0
    p /= np.count_nonzero(mask)
    return losses[mask].mean(), p


# %% 10-step
def step_back(d_h, x, before, after, U):
    d_z = np.multiply(d_h, 1 - np.square(after))
    both = np.concatenate([x, before], axis=1).T @ d_z
    d_W, d_U = np.split(both, [x.shape[1]])
    return d_z.dot(U.transpose()), d_W, d_U, np.sum(d_z, 0)


# %% 10-clip
def clip(gradients, limit):
    copies = [np.array(one) for one in gradients]
    norm = np.sqrt(np.sum([np.sum(one * one) for one in copies]))
    for one in copies:
        one *= min(1, limit / norm)
    return copies
