"""Right answers to the questions of 06-lstm, each in a style of its own."""

from functools import reduce

import numpy as np


def sigmoid(z):
    """Return a number between 0 and 1."""
    return 1 / (1 + np.exp(-z))


def lstm_step(x, h, c, W, U, b):
    """As the book writes it."""
    z_i, z_f, z_g, z_o = np.split(x @ W + h @ U + b, 4, axis=-1)
    c = sigmoid(z_f) * c + sigmoid(z_i) * np.tanh(z_g)
    return sigmoid(z_o) * np.tanh(c), c


def step_by_slices(x, h, c, W, U, b):
    """Four products, one for each block of columns."""
    H = c.shape[1]
    parts = [slice(k * H, (k + 1) * H) for k in range(4)]
    i, f, g, o = [np.dot(x, W[:, p]) + np.dot(h, U[:, p]) + b[p] for p in parts]
    c = c * sigmoid(f) + np.tanh(g) * sigmoid(i)
    return np.tanh(c) * sigmoid(o), c


def step_by_einsum(x, h, c, W, U, b):
    """Blocks on an axis of their own, and einsum."""
    D, H = x.shape[1], h.shape[1]
    z = np.einsum("bd,dkh->kbh", x, W.reshape(D, 4, H)) + b.reshape(4, 1, H)
    z = z + np.einsum("bj,jkh->kbh", h, U.reshape(H, 4, H))
    c = sigmoid(z[1]) * c + sigmoid(z[0]) * np.tanh(z[2])
    return sigmoid(z[3]) * np.tanh(c), c


def step_by_elements(x, h, c, W, U, b):
    """One number after the other."""
    H, new_h, new_c = c.shape[1], np.zeros_like(c), np.zeros_like(c)
    for row in range(len(x)):
        for unit in range(H):
            z = [
                sum(x[row] * W[:, k]) + sum(h[row] * U[:, k]) + b[k] for k in range(unit, 4 * H, H)
            ]
            new_c[row, unit] = sigmoid(z[1]) * c[row, unit] + sigmoid(z[0]) * np.tanh(z[2])
            new_h[row, unit] = sigmoid(z[3]) * np.tanh(new_c[row, unit])
    return new_h, new_c


def step_joined(x, h, c, W, U, b):
    """One product of both inputs, the gates by tanh of half, states in lists."""
    z = np.hstack([x, h]) @ np.vstack([W, U]) + b
    i, f, g, o = np.array_split(z, 4, axis=1)
    i, f, o = [(np.tanh(one / 2) + 1) / 2 for one in (i, f, o)]
    c = np.add(np.multiply(f, c), np.multiply(i, np.tanh(g)))
    return [np.multiply(o, np.tanh(c)), c]


def step_in_place(x, h, c, W, U, b):
    """Copies that are changed in place, in Fortran order."""
    z = np.asfortranarray(x @ W)
    z += h @ U
    z += b
    i, f, g, o = z.T.reshape(4, -1, len(x))
    c = c.copy()
    c *= sigmoid(f).T
    c += (sigmoid(i) * np.tanh(g)).T
    return sigmoid(o).T * np.tanh(c), c


def step_in_float32(x, h, c, W, U, b):
    """Results rounded to float32."""
    return tuple(one.astype(np.float32) for one in lstm_step(x, h, c, W, U, b))


class Step:
    """An object that is called."""

    def __call__(self, x, h, c, W, U, b):
        """A method, gates in a dictionary."""
        z = dict(zip("ifgo", np.split(x @ W + h @ U + b, 4, axis=1), strict=True))
        c = sigmoid(z["f"]) * c + sigmoid(z["i"]) * np.tanh(z["g"])
        return sigmoid(z["o"]) * np.tanh(c), c


def loop_over_an_array(x, h0, c0, W, U, b):
    """An array that is filled in."""
    outputs, h, c = np.empty((*x.shape[:2], h0.shape[1])), h0.copy(), c0.copy()
    for t in range(x.shape[1]):
        outputs[:, t], c = lstm_step(x[:, t], h, c, W, U, b)
        h = outputs[:, t]
    return outputs, h, c


def loop_by_recursion(x, h0, c0, W, U, b):
    """The last step calls all steps before it."""
    if x.shape[1] == 1:
        h, c = lstm_step(x[:, 0], h0, c0, W, U, b)
        return h[:, None], h, c
    before, h, c = loop_by_recursion(x[:, :-1], h0, c0, W, U, b)
    h, c = lstm_step(x[:, -1], h, c, W, U, b)
    return np.concatenate([before, h[:, None]], axis=1), h, c


def loop_by_reduce(x, h0, c0, W, U, b):
    """A fold over the steps."""

    def advance(states, x_t):
        return [*states, lstm_step(x_t, *states[-1], W, U, b)]

    states = reduce(advance, np.moveaxis(x, 1, 0), [(h0, c0)])[1:]
    return np.stack([h for h, _ in states], axis=1), *states[-1]


def loop_by_a_generator(x, h0, c0, W, U, b):
    """States that are yielded."""

    def states(h, c):
        for x_t in x.transpose(1, 0, 2):
            h, c = lstm_step(x_t, h, c, W, U, b)
            yield h, c

    hs, cs = zip(*states(h0, c0), strict=True)
    return np.array(hs).swapaxes(0, 1), hs[-1], cs[-1]


def loop_of_rows(x, h0, c0, W, U, b):
    """Each sequence by itself."""
    rows = []
    for row in range(len(x)):
        h, c, outputs = h0[row : row + 1], c0[row : row + 1], []
        for x_t in x[row]:
            h, c = lstm_step(x_t[None], h, c, W, U, b)
            outputs.append(h[0])
        rows.append((outputs, h[0], c[0]))
    return tuple(np.array(parts) for parts in zip(*rows, strict=True))


def lstm(x, h0, c0, W, U, b):
    """As the book writes it."""
    outputs, h, c = [], h0, c0
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c


def pieces_by_recursion(pieces, h0, c0, W, U, b):
    """The first piece, then the others."""
    y, h, c = lstm(pieces[0], h0, c0, W, U, b)
    if not pieces[1:]:
        return y, h, c
    rest, h, c = pieces_by_recursion(pieces[1:], h, c, W, U, b)
    return np.hstack([y, rest]), h, c


def pieces_joined(pieces, h0, c0, W, U, b):
    """All pieces read at once."""
    return lstm(np.concatenate(pieces, axis=1), h0, c0, W, U, b)


def pieces_by_unpacking(pieces, h0, c0, W, U, b):
    """Both states in one list."""
    outputs, states = [], [h0, c0]
    for piece in pieces:
        y, *states = lstm(piece, *states, W, U, b)
        outputs.append(y)
    return (np.concatenate(outputs, axis=1), *states)


def pieces_in_an_array(pieces, h0, c0, W, U, b):
    """An array that is filled in, piece by piece."""
    ends = np.cumsum([piece.shape[1] for piece in pieces])
    outputs, h, c = np.zeros((len(h0), ends[-1], h0.shape[1])), h0, c0
    for piece, end in zip(pieces, ends, strict=True):
        outputs[:, end - piece.shape[1] : end], h, c = lstm(piece, h, c, W, U, b)
    return outputs, h, c


def pieces_by_reduce(pieces, h0, c0, W, U, b):
    """A fold over the pieces."""

    def read_on(before, piece):
        y, h, c = lstm(piece, *before[1:], W, U, b)
        return np.concatenate([before[0], y], axis=1), h, c

    return reduce(read_on, pieces, (np.zeros((*h0.shape[:1], 0, h0.shape[1])), h0, c0))


def bias_in_place(H):
    """Zeros, and ones in a slice."""
    b = np.zeros(4 * H)
    b[H : 2 * H] = 1.0
    return b


def bias_of_lists(H):
    """Plain lists."""
    return [0.0] * H + [1.0] * H + [0.0] * (2 * H)


def bias_joined(H):
    """Blocks put one after the other."""
    return np.concatenate([np.zeros(H), np.ones(H), np.zeros(2 * H)])


def bias_by_kron(H):
    """A Kronecker product."""
    return np.kron(np.eye(4, dtype=np.float32)[1], np.ones(H))


def bias_by_condition(H):
    """Where the number of a place says forget gate."""
    return (np.arange(4 * H) // H == 1).astype(int)


def order_by_a_dictionary(weight, order):
    """Blocks by their names."""
    blocks = dict(zip(order, np.split(weight, 4, axis=-1), strict=True))
    return np.concatenate([blocks["i"], blocks["f"], blocks["g"], blocks["o"]], axis=-1)


def order_by_take(weight, order):
    """Blocks on an axis of their own."""
    parted = weight.reshape(*weight.shape[:-1], 4, -1)
    return parted[..., [order.index(gate) for gate in "ifgo"], :].reshape(weight.shape)


def order_by_columns(weight, order):
    """The numbers of the columns."""
    columns = np.arange(weight.shape[-1]).reshape(4, -1)
    return weight[..., np.concatenate([columns[order.find(gate)] for gate in "ifgo"])]


def order_filled_in(weight, order):
    """An array that is filled in."""
    moved, H = np.zeros_like(weight), weight.shape[-1] // 4
    for k, gate in enumerate(order):
        to = "ifgo".index(gate)
        moved[..., to * H : to * H + H] = weight[..., k * H : k * H + H]
    return moved


def order_sorted(weight, order):
    """Pairs of gate and block, sorted."""
    pairs = zip(order, np.array_split(weight, 4, axis=-1), strict=True)
    return np.concatenate([block for _, block in sorted(pairs, key=place)], axis=-1)


def place(pair):
    """Return the place of a gate in Keras' order."""
    return "ifgo".index(pair[0])


STYLES = {
    "06-bias": [bias_in_place, bias_of_lists, bias_joined, bias_by_kron, bias_by_condition],
    "06-step": [
        lstm_step,
        step_by_slices,
        step_by_einsum,
        step_by_elements,
        step_joined,
        step_in_place,
        step_in_float32,
        Step().__call__,
    ],
    "06-loop": [
        loop_over_an_array,
        loop_by_recursion,
        loop_by_reduce,
        loop_by_a_generator,
        loop_of_rows,
    ],
    "06-mend": [
        pieces_by_recursion,
        pieces_joined,
        pieces_by_unpacking,
        pieces_in_an_array,
        pieces_by_reduce,
    ],
    "06-order": [
        order_by_a_dictionary,
        order_by_take,
        order_by_columns,
        order_filled_in,
        order_sorted,
    ],
}
