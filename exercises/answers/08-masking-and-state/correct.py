"""Everything is right, written as the book writes it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "권이현"
EARNS = 17
FAILS = []

# %% 08-count
mask_shape = (3, 7)
outputs_shape = (3, 7, 6)
empty_step = 0.4


# %% 08-pad
def pad(words):
    B, T, D = len(words), max(map(len, words)), words[0].shape[1]
    x = np.zeros((B, T, D))
    mask = np.zeros((B, T), dtype=bool)
    for row, word in enumerate(words):
        x[row, : len(word)] = word
        mask[row, : len(word)] = True
    return x, mask


# %% 08-last
def last_letters(outputs, mask):
    lengths = mask.sum(axis=1)
    return outputs[np.arange(len(outputs)), lengths - 1]


# %% 08-step
def masked_step(x, m, h, y, W, U, b):
    new = simple_rnn_step(x, h, W, U, b)
    m = m[:, None]
    return np.where(m, new, h), np.where(m, new, y)


# %% 08-loop
def read_masked(x, mask, h0, W, U, b):
    outputs, h, y = [], h0, np.zeros_like(h0)
    for t in range(x.shape[1]):
        h, y = masked_step(x[:, t], mask[:, t], h, y, W, U, b)
        outputs.append(y)
    return np.stack(outputs, axis=1), h


# %% 08-mend
def read_calls(calls, W, U, b):
    outputs, h = [], None
    for x in calls:
        if x is None:
            h = None
            continue
        if h is None:
            h = np.zeros((len(x), len(b)))
        y, h = unfold(x, h, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h


# %% [markdown] 08-why
# 0을 읽으면 x W만 0이 되고 h U + b가 남아서 빈칸에서도 상태가 바뀝니다.
# 그래서 같은 문장이라도 뒤에 빈칸이 몇 개 붙었는지에 따라 답이 달라집니다.
# 마스크가 있으면 빈칸에서 상태가 그대로 남아 그 문장만 따로 읽은 것과 같습니다.
