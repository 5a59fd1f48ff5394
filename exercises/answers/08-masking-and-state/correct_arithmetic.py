"""Everything is right, with products in the place of choices."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Carol Shaw"
EARNS = 17
FAILS = []

# %% 08-count
B, T, H = 3, max(2, 5, 7), 6
mask_shape = [B, T]
outputs_shape = [B, T, H]
empty_step = np.dot([0.5, -0.2], [0.4, 0.5]) + 0.3


# %% 08-pad
def pad(words):
    lengths = np.array([len(word) for word in words])
    mask = np.arange(lengths.max()) < lengths[:, None]
    x = np.zeros((*mask.shape, words[0].shape[1]))
    x[mask] = np.concatenate(words)
    return x, mask


# %% 08-last
def last_letters(outputs, mask):
    last = mask & ~np.pad(mask, ((0, 0), (0, 1)))[:, 1:]
    return outputs[last]


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    m = m.reshape(-1, 1).astype(float)
    new = np.tanh(x @ W + h @ U + b)
    return m * new + (1 - m) * h, m * new + (1 - m) * y


# %% 08-loop
def read_masked(x, mask, h0, W, U, b):
    outputs = np.zeros((*mask.shape, h0.shape[1]))
    h, y = h0.copy(), 0 * h0
    for t, (x_t, m) in enumerate(zip(np.swapaxes(x, 0, 1), mask.T, strict=True)):
        h, y = masked_step(x_t, m, h, y, W, U, b)
        outputs[:, t] = y
    return outputs, h


# %% 08-mend
def read_calls(calls, W, U, b):
    start = np.zeros((1, len(b)))
    h, outputs = start, []
    for x in calls:
        if x is None:
            h = start
        else:
            y, h = unfold(x, np.broadcast_to(h, (len(x), len(b))), W, U, b)
            outputs.append(y)
    return np.hstack(outputs), h


# %% [markdown] 08-why
# With x = 0 the term x W is 0, but h U + b is not, so the state moves at every empty box.
# The answer for one sentence then depends on how much filling stands behind it.
# With a mask the state is kept there, and equals that of the sentence read alone.
