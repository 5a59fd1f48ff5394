"""03-batching: a batch of words, rows one by one, the batch axis, batch first; in other styles."""

from functools import reduce

import numpy as np


def with_new_axes(words):
    """A new axis for each word, then one array."""
    return np.concatenate([np.expand_dims(word, 0) for word in words])


def filled(words):
    """An empty batch that is filled row by row."""
    batch = np.empty((len(words), *np.shape(words[0])))
    for row, word in enumerate(words):
        batch[row] = word
    return batch


def from_lists(words):
    """Python lists all the way."""
    return np.array([[list(letter) for letter in word] for word in words])


def reshaped_in_order(words):
    """One line, then cut at the words: here reshape keeps the order."""
    return np.concatenate(words).reshape(len(words), *words[0].shape)


def unfold(x, h0, W, U, b):
    """The tests put others in its place."""
    outputs, h = [], h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ W + h @ U + b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


def rows_with_zip(x, h0, W, U, b):
    """zip over rows and initial states."""
    pairs = [unfold(row[None], h[None], W, U, b) for row, h in zip(x, h0, strict=True)]
    outputs, states = zip(*pairs, strict=True)
    return np.vstack(outputs), np.vstack(states)


def rows_by_recursion(x, h0, W, U, b):
    """The first row, then the rest."""
    y, h = unfold(x[:1], h0[:1], W, U, b)
    if len(x) == 1:
        return y, h
    outputs, states = rows_by_recursion(x[1:], h0[1:], W, U, b)
    return np.concatenate([y, outputs]), np.concatenate([h, states])


def rows_into_arrays(x, h0, W, U, b):
    """Arrays that are filled, from the last row to the first."""
    outputs, states = np.zeros((*x.shape[:2], h0.shape[1])), np.zeros(h0.shape)
    for i in reversed(range(len(x))):
        outputs[i : i + 1], states[i : i + 1] = unfold(x[[i]], h0[[i]], W, U, b)
    return outputs, states


def rows_by_reduce(x, h0, W, U, b):
    """functools.reduce over the rows."""

    def more(found, i):
        y, h = unfold(x[i : i + 1], h0[i : i + 1], W, U, b)
        return np.append(found[0], y, axis=0), np.append(found[1], h, axis=0)

    nothing = np.zeros((0, x.shape[1], h0.shape[1])), np.zeros((0, h0.shape[1]))
    return reduce(more, range(len(x)), nothing)


def rows_split(x, h0, W, U, b):
    """np.split gives the rows."""
    rows = zip(np.split(x, len(x)), np.split(h0, len(x)), strict=True)
    alone = [unfold(row, h, W, U, b) for row, h in rows]
    return np.concatenate([one[0] for one in alone]), np.concatenate([one[1] for one in alone])


def mystery(x):
    """The tests put others in its place."""
    return np.cumsum(x, axis=0)


def by_each_axis(x):
    """Both axes are turned around, one after the other."""
    before = mystery(x)
    fits = [np.allclose(mystery(np.flip(x, axis)), np.flip(before, axis)) for axis in (0, 1)]
    return fits.index(True)


def by_one_row(x):
    """The first place on axis 0 is changed: do the others stay?"""
    changed = np.array(x)
    changed[0] += 1
    return int(not np.allclose(mystery(changed)[1:], mystery(x)[1:]))


def by_shuffling(x):
    """The places on axis 1 are shuffled."""
    order = np.roll(np.arange(x.shape[1]), 1)
    return 1 if np.allclose(mystery(x[:, order]), mystery(x)[:, order]) else 0


def by_reading_alone(x):
    """The last place on axis 0 is read alone."""
    return 0 if np.allclose(mystery(x[-1:]), mystery(x)[-1:]) else 1


def by_swapaxes(x):
    """The method swapaxes."""
    return x.swapaxes(1, 0)


def by_einsum(x):
    """einsum with renamed axes."""
    return np.einsum("tbd->btd", x)


def by_moveaxis(x):
    """np.moveaxis, and a copy."""
    return np.moveaxis(x, 1, 0).copy()


def by_columns(x):
    """One word after the other."""
    return np.stack([x[:, row] for row in range(x.shape[1])])


def by_steps(x):
    """One time step after the other, on the second axis."""
    return np.stack(list(x), axis=1)


STYLES = {
    "03-join": [with_new_axes, filled, from_lists, reshaped_in_order],
    "03-alone": [rows_with_zip, rows_by_recursion, rows_into_arrays, rows_by_reduce, rows_split],
    "03-axis": [by_each_axis, by_one_row, by_shuffling, by_reading_alone],
    "03-mend": [by_swapaxes, by_einsum, by_moveaxis, by_columns, by_steps],
}
