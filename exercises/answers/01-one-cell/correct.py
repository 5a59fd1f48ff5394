"""Everything is right, written as the book writes it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "고은별"
EARNS = 15
FAILS = []


# %% 01-sizes
B, T, D, H = my_sizes(student)
cell_input = (B, D)
cell_state = (B, H)
kernel = (D, H)
recurrent_kernel = (H, H)


# %% 01-number
first_unit = 1.24
second_unit = -0.2


# %% 01-one-hot
def one_hot(letter, vocabulary):
    x = np.zeros((1, 1, len(vocabulary)))
    x[0, 0, vocabulary.index(letter)] = 1
    return x


# %% 01-weights
def weights_from(numbers, D, H):
    W = numbers[: D * H].reshape(D, H)
    U = numbers[D * H : D * H + H * H].reshape(H, H)
    return W, U, numbers[D * H + H * H :]


# %% 01-step
def cell(x, h, W, U, b):
    h = np.tanh(x @ W + h @ U + b)
    return h, h


# %% 01-mend
def read(x, h0, W, U, b):
    return np.tanh(x[:, 0] @ W + h0 @ U + b)


# %% [markdown] 01-why-units
# 같을 필요가 없습니다. W의 모양이 (4, 2)라서 곱하면 너비가 4에서 2로 바뀝니다.
# units를 바꾸면 W의 열, U의 두 축, b의 길이가 바뀝니다.
