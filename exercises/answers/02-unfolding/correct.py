"""Everything is right, written as the book writes it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "김하늘"
EARNS = 18
FAILS = []

# %% 02-count
outputs_shape = (2, 7, 3)
state_shape = (2, 3)
parameters = 27
parameters_when_longer = 27


# %% 02-input
def input_at(x, t):
    return x[:, t]


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    return np.tanh(x @ W + h @ U + b)


# %% 02-unfold
def unfold(x, h0, W, U, b):
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        h = simple_rnn_step(input_at(x, t), h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


# %% 02-mend
def all_states(x, h0, W, U, b):
    B, T, H = x.shape[0], x.shape[1], h0.shape[1]
    states = np.zeros((B, T, H))
    for t, x_t in enumerate(np.swapaxes(x, 0, 1)):
        states[:, t] = simple_rnn_step(x_t, states[:, t - 1] if t else h0, W, U, b)
    return states


# %% 02-parts
def unfold_parts(parts, h0, W, U, b):
    outputs = []
    h = h0
    for part in parts:
        y, h = unfold(part, h, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h


# %% [markdown] 02-why-same-weights
# 층이 가진 가중치는 W, U, b 한 벌이고 시점마다 똑같이 다시 씁니다.
# 그래서 길이가 100이어도 매개변수는 그대로이고, 반복하는 횟수와 출력만 늘어납니다.
# 시점마다 가중치가 따로 있었다면 여섯째 시점부터는 쓸 가중치가 없습니다.
