"""Everything is right, with loops over elements and lists."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Alice Ball"
EARNS = 15
FAILS = []


# %% 01-sizes
B, T, D, H = my_sizes(student)
cell_input, cell_state = [B, D], [B, H]
kernel, recurrent_kernel = [D, H], [H, H]


# %% 01-number
first_unit = round(0.9 + 0.24 + 0.1, 4)
second_unit = np.float32(-0.2)


# %% 01-one-hot
def one_hot(letter, vocabulary):
    return [[[float(one == letter) for one in vocabulary]]]


# %% 01-weights
def weights_from(numbers, D, H):
    W, U = np.zeros((D, H)), np.zeros((H, H))
    place = iter(numbers)
    for matrix in (W, U):
        for i in range(len(matrix)):
            for j in range(H):
                matrix[i, j] = next(place)
    return W, U, np.array(list(place))


# %% 01-step
def cell(x, h, W, U, b):
    new = np.zeros(h.shape)
    for i in range(new.shape[0]):
        for j in range(new.shape[1]):
            total = b[j]
            for k in range(x.shape[1]):
                total += x[i, k] * W[k, j]
            for k in range(h.shape[1]):
                total += h[i, k] * U[k, j]
            new[i, j] = np.tanh(total)
    return new, new.copy()


# %% 01-mend
def read(x, h0, W, U, b):
    return np.array([np.tanh(one[0] @ W + h @ U + b) for one, h in zip(x, h0, strict=False)])


# %% [markdown] 01-why-units
# No. The kernel W is (4, 2) and turns 4 features into 2 units.
# With other units, W gets other columns, and U and b other sizes.
