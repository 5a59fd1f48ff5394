"""Everything is right: lists, comprehensions, one row after the other."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "추다연"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 08-pad
def pad(words):
    T = max(len(word) for word in words)
    x = [np.vstack([word, np.zeros((T - len(word), word.shape[1]))]) for word in words]
    mask = [[t < len(word) for t in range(T)] for word in words]
    return np.array(x), np.array(mask)


# %% 08-last
def last_letters(outputs, mask):
    return np.array([row[m][-1] for row, m in zip(outputs, mask, strict=True)])


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    new = simple_rnn_step(x, h, W, U, b)
    rows = range(len(m))
    new_h = [new[k] if m[k] else h[k] for k in rows]
    new_y = [new[k] if m[k] else y[k] for k in rows]
    return np.array(new_h), np.array(new_y)
