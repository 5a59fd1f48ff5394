"""05-gru: a held gate, a step, a loop, a step that resets first; right in other styles."""

from functools import reduce
from itertools import accumulate

import numpy as np

from rnnkit.activations import sigmoid
from rnnkit.steps import gru_step


def block_of(gate, H):
    """Return the columns of a gate's block."""
    start = "zr".index(gate) * H
    return slice(start, start + H)


def hold_by_slices(b, gate, value):
    """A copy, and a slice of its first row."""
    held = np.array(b)
    held[0, block_of(gate, held.shape[1] // 3)] = 40 * value - 20
    return held


def hold_by_mask(b, gate, value):
    """np.where and a mask."""
    place = np.zeros_like(b, dtype=bool)
    place[0, block_of(gate, b.shape[1] // 3)] = True
    return np.where(place, 20 if value else -20, b)


def hold_in_three_axes(b, gate, value):
    """Rows, blocks, units: the block has an axis of its own."""
    held = b.copy().reshape(2, 3, -1)
    held[0, {"z": 0, "r": 1}[gate]] = [-20, 20][value]
    return held.reshape(2, -1)


def hold_by_joining(b, gate, value):
    """The blocks cut apart and joined again."""
    parts = np.split(b[0], 3)
    parts["zr".index(gate)] = np.full_like(parts[0], 20 if value == 1 else -20)
    return np.stack([np.concatenate(parts), b[1]])


def hold_in_lists(b, gate, value):
    """Number by number, in lists."""
    H = len(b[0]) // 3
    inside = range(3 * H)[block_of(gate, H)]
    first = [(20.0 if value else -20.0) if i in inside else b[0][i] for i in range(3 * H)]
    return [first, list(b[1])]


def by_slices(x, h, W, U, b):
    """Slices in the place of np.split."""
    H = h.shape[1]
    from_x, from_h = x @ W + b[0], h @ U + b[1]
    z = sigmoid(from_x[:, :H] + from_h[:, :H])
    r = sigmoid(from_x[:, H : 2 * H] + from_h[:, H : 2 * H])
    return z * h + (1 - z) * np.tanh(from_x[:, 2 * H :] + r * from_h[:, 2 * H :])


def by_einsum(x, h, W, U, b):
    """einsum, with an axis for the blocks."""
    W, U, b = (one.reshape(*one.shape[:-1], 3, -1) for one in (W, U, b))
    from_x = np.einsum("bd,dkh->kbh", x, W) + b[0][:, None]
    from_h = np.einsum("bi,ikh->kbh", h, U) + b[1][:, None]
    z, r = sigmoid(from_x[:2] + from_h[:2])
    return z * h + (1 - z) * np.tanh(from_x[2] + r * from_h[2])


def as_a_correction(x, h, W, U, b):
    """The candidate first, then a step from it towards the state before."""
    (x_z, x_r, x_h), (h_z, h_r, h_h) = (
        np.hsplit(one, 3) for one in (np.dot(x, W) + b[0], np.dot(h, U) + b[1])
    )
    candidate = np.tanh(x_h + h_h / (1 + np.exp(-x_r - h_r)))
    return candidate + (h - candidate) / (1 + np.exp(-x_z - h_z))


def by_hyperbolic_gates(x, h, W, U, b):
    """The sigmoid written with tanh."""
    (x_z, x_r, x_h), (h_z, h_r, h_h) = np.split(x @ W + b[0], 3, 1), np.split(h @ U + b[1], 3, 1)
    z, r = (0.5 + 0.5 * np.tanh(0.5 * one) for one in (x_z + h_z, x_r + h_r))
    return np.add(z * h, np.multiply(1 - z, np.tanh(x_h + r * h_h)))


def row_by_row(x, h, W, U, b):
    """One sequence at a time."""
    return np.array([by_slices(x[i : i + 1], h[i : i + 1], W, U, b)[0] for i in range(len(x))])


def block_by_block(x, h, W, U, b):
    """Weights cut first, one product for each block."""
    W_z, W_r, W_h = np.array_split(W, 3, axis=1)
    U_z, U_r, U_h = np.array_split(U, 3, axis=1)
    (b_z, b_r, b_h), (c_z, c_r, c_h) = np.split(b[0], 3), np.split(b[1], 3)
    z = sigmoid(x @ W_z + b_z + h @ U_z + c_z)
    r = sigmoid(x @ W_r + b_r + h @ U_r + c_r)
    return z * h + (1 - z) * np.tanh(x @ W_h + b_h + r * (h @ U_h + c_h))


def filled(x, h0, W, U, b):
    """An array made first and filled."""
    outputs = np.empty((x.shape[0], x.shape[1], h0.shape[1]))
    h = h0
    for t in range(x.shape[1]):
        outputs[:, t] = h = gru_step(x[:, t], h, W, U, b)
    return outputs, h


def accumulated(x, h0, W, U, b):
    """itertools.accumulate."""
    steps = accumulate(np.swapaxes(x, 0, 1), lambda h, x_t: gru_step(x_t, h, W, U, b), initial=h0)
    states = [*steps][1:]
    return np.stack(states, axis=1), states[-1]


def reduced(x, h0, W, U, b):
    """functools.reduce over a growing list."""
    states = reduce(
        lambda seen, t: [*seen, gru_step(x[:, t], seen[-1], W, U, b)], range(x.shape[1]), [h0]
    )
    return np.stack(states[1:], axis=1), states[-1]


def recursive(x, h0, W, U, b):
    """All but the last step, then the last."""
    if x.shape[1] == 0:
        return np.empty((len(h0), 0, h0.shape[1])), h0
    before, h = recursive(x[:, :-1], h0, W, U, b)
    h = gru_step(x[:, -1], h, W, U, b)
    return np.concatenate([before, h[:, None]], axis=1), h


def generated(x, h0, W, U, b):
    """A generator of states."""

    def states(h):
        for x_t in x.transpose(1, 0, 2):
            h = gru_step(x_t, h, W, U, b)
            yield h

    outputs = np.array([*states(h0)])
    return np.moveaxis(outputs, 0, 1), outputs[-1]


def first_by_slices(x, h, W, U, b):
    """Slices; the recurrent kernel in two parts."""
    H = len(U)
    sums = x @ W + b
    gates = sigmoid(sums[:, : 2 * H] + h @ U[:, : 2 * H])
    z, r = gates[:, :H], gates[:, H:]
    return z * h + (1 - z) * np.tanh(sums[:, 2 * H :] + (r * h) @ U[:, 2 * H :])


def first_by_einsum(x, h, W, U, b):
    """einsum with three operands."""
    x_z, x_r, x_h = np.hsplit(np.einsum("bd,dk->bk", x, W) + b, 3)
    U_z, U_r, U_h = np.hsplit(U, 3)
    z, r = sigmoid(x_z + h @ U_z), sigmoid(x_r + h @ U_r)
    return z * h + (1 - z) * np.tanh(x_h + np.einsum("bi,bi,ih->bh", r, h, U_h))


def first_as_a_correction(x, h, W, U, b):
    """The state moved towards the candidate."""
    (W_z, W_r, W_h), (U_z, U_r, U_h) = np.split(W, 3, axis=1), np.split(U, 3, axis=1)
    b_z, b_r, b_h = np.split(b, 3)
    r = sigmoid(x @ W_r + h @ U_r + b_r)
    write = sigmoid(-(x @ W_z + h @ U_z + b_z))
    return h + write * (np.tanh(x @ W_h + (h * r) @ U_h + b_h) - h)


def first_in_place(x, h, W, U, b):
    """In place, on an array of its own."""
    H = h.shape[1]
    total = np.array(x @ W + b)
    total[:, : 2 * H] += h @ U[:, : 2 * H]
    total[:, : 2 * H] = sigmoid(total[:, : 2 * H])
    total[:, 2 * H :] += (total[:, H : 2 * H] * h) @ U[:, 2 * H :]
    new = np.tanh(total[:, 2 * H :])
    new += total[:, :H] * (h - new)
    return new


def first_row_by_row(x, h, W, U, b):
    """One sequence at a time."""
    return np.vstack([first_by_slices(x[i][None], h[i][None], W, U, b) for i in range(len(x))])


STYLES = {
    "05-hold": [
        hold_by_slices,
        hold_by_mask,
        hold_in_three_axes,
        hold_by_joining,
        hold_in_lists,
    ],
    "05-step": [
        by_slices,
        by_einsum,
        as_a_correction,
        by_hyperbolic_gates,
        row_by_row,
        block_by_block,
    ],
    "05-loop": [filled, accumulated, reduced, recursive, generated],
    "05-mend": [
        first_by_slices,
        first_by_einsum,
        first_as_a_correction,
        first_in_place,
        first_row_by_row,
    ],
}
