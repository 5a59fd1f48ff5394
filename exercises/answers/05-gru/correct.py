"""Everything is right, written as the book writes it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "김하늘"
EARNS = 17
FAILS = []

# %% 05-count
parameters = 90
bias_shape = (2, 9)
parameters_reset_before = 81
new_state = -0.38


# %% 05-hold
def hold(b, gate, value):
    held = b.copy()
    H = b.shape[1] // 3
    if gate == "z":
        held[0, :H] = 20 if value == 1 else -20
    else:
        held[0, H : 2 * H] = 20 if value == 1 else -20
    return held


# %% 05-step
def gru_step(x, h, W, U, b):
    x_z, x_r, x_h = np.split(x @ W + b[0], 3, axis=1)
    h_z, h_r, h_h = np.split(h @ U + b[1], 3, axis=1)
    z = sigmoid(x_z + h_z)
    r = sigmoid(x_r + h_r)
    hh = np.tanh(x_h + r * h_h)
    return z * h + (1 - z) * hh


# %% 05-loop
def gru_loop(x, h0, W, U, b):
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        h = gru_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


# %% 05-mend
def reset_before_step(x, h, W, U, b):
    H = h.shape[1]
    x_z, x_r, x_h = np.split(x @ W + b, 3, axis=-1)
    h_z, h_r, _ = np.split(h @ U, 3, axis=-1)
    z, r = sigmoid(x_z + h_z), sigmoid(x_r + h_r)
    hh = np.tanh(x_h + (r * h) @ U[:, 2 * H :])
    return z * h + (1 - z) * hh


# %% [markdown] 05-why-update-gate-keeps
# GRU는 z를 1 가까이 두면 앞 상태를 거의 그대로 넘겨줍니다.
# 그래서 첫 글자의 기억이 100번 뒤에도 남습니다.
# 단순 RNN은 시점마다 상태 전체를 새로 쓰므로 흔적이 흐려집니다.
# r은 후보를 만들 때만 쓰입니다. z가 0이면 r이 1이어도 상태는 후보로 바뀝니다.
