"""Everything is right, written as the book writes it."""

# ruff: noqa: E402, F821
LANGUAGE = "ko"
STUDENT = "강하린"
EARNS = 17
FAILS = []

# %% 06-count
kernel_shape = (5, 12)
parameters = 108
values = 3


# %% 06-bias
def fresh_bias(H):
    return np.repeat([0.0, 1.0, 0.0, 0.0], H)


# %% 06-step
from rnnkit.activations import sigmoid


def lstm_step(x, h, c, W, U, b):
    z_i, z_f, z_g, z_o = np.split(x @ W + h @ U + b, 4, axis=-1)
    i, f, o = sigmoid(z_i), sigmoid(z_f), sigmoid(z_o)
    g = np.tanh(z_g)
    c = f * c + i * g
    return o * np.tanh(c), c


# %% 06-loop
def lstm(x, h0, c0, W, U, b):
    h, c = h0, c0
    outputs = []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c


# %% 06-mend
def read_pieces(pieces, h0, c0, W, U, b):
    outputs, h, c = [], h0, c0
    for piece in pieces:
        y, h, c = lstm(piece, h, c, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h, c


# %% 06-order
def keras_order(weight, order):
    blocks = np.split(weight, 4, axis=-1)
    return np.concatenate([blocks[order.index(gate)] for gate in "ifgo"], axis=-1)


# %% [markdown] 06-why
# h는 밖에 보여 주는 상태이고 c는 안에 간직하는 상태입니다.
# h는 o를 곱한 tanh(c)라서 일부만 보입니다.
# c에는 시점마다 f를 곱하고 i * g를 더할 뿐이라 f가 1에 가까우면 오래 남습니다.
# c를 넘기지 않으면 문 뒤에 간직한 것을 다음 시점이 알 수 없습니다.
