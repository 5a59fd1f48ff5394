"""01-one-cell: a one-hot array, weights, a step, a mended cell; right in other styles."""

from functools import reduce

import numpy as np


def by_eye(letter, vocabulary):
    """A row of np.eye."""
    return np.eye(len(vocabulary))[vocabulary.index(letter)].reshape(1, 1, -1)


def by_comparison(letter, vocabulary):
    """A comparison with every character."""
    return np.array([[[float(one == letter) for one in vocabulary]]])


def by_put(letter, vocabulary):
    """np.put into zeros."""
    x = np.zeros((1, 1, len(vocabulary)))
    np.put(x, vocabulary.find(letter), 1)
    return x


def in_lists(letter, vocabulary):
    """Nested lists."""
    place = vocabulary.index(letter)
    return [[[0] * place + [1] + [0] * (len(vocabulary) - place - 1)]]


def in_whole_numbers(letter, vocabulary):
    """Whole numbers, and new axes at the end."""
    return (np.array([*vocabulary]) == letter).astype(int)[None, None]


def by_slices(numbers, D, H):
    """Slices."""
    first, last = D * H, D * H + H * H
    return numbers[:first].reshape(D, H), numbers[first:last].reshape(H, H), numbers[last:]


def from_the_end(numbers, D, H):
    """Counted from the end."""
    matrix = numbers[:-H].reshape(D + H, H)
    return matrix[:D], matrix[D:], numbers[-H:]


def by_rows(numbers, D, H):
    """One table of D + H + 1 rows."""
    table = np.reshape(numbers, (-1, H))
    return table[:D], table[D : D + H], table[-1]


def by_index(numbers, D, H):
    """Element by element."""
    W = np.array([[numbers[i * H + j] for j in range(H)] for i in range(D)])
    U = np.array([[numbers[(D + i) * H + j] for j in range(H)] for i in range(H)])
    return W, U, np.array([numbers[(D + H) * H + j] for j in range(H)])


def by_taking(numbers, D, H):
    """An iterator that is taken from."""
    rest = iter(numbers)
    W = np.array([next(rest) for _ in range(D * H)]).reshape(D, H)
    U = np.array([next(rest) for _ in range(H * H)]).reshape(H, H)
    return W, U, np.fromiter(rest, float)


def joined(x, h, W, U, b):
    """One product of the joined rows and the joined weights."""
    h = np.tanh(np.hstack([x, h]) @ np.vstack([W, U]) + b)
    return h, h


def by_einsum(x, h, W, U, b):
    """einsum, and a copy for the state."""
    z = np.einsum("bd,dh->bh", x, W) + np.einsum("bk,kh->bh", h, U) + b
    return np.tanh(z), np.tanh(z)


def by_rows_of_the_batch(x, h, W, U, b):
    """A loop over the batch."""
    rows = [np.tanh(one.dot(W) + before.dot(U) + b) for one, before in zip(x, h, strict=True)]
    return np.array(rows), np.array(rows)


def by_exponentials(x, h, W, U, b):
    """tanh out of exponentials."""
    grown = np.exp(2 * (x @ W + h @ U + b))
    return (grown - 1) / (grown + 1), (grown - 1) / (grown + 1)


def in_place_on_its_own(x, h, W, U, b):
    """In place, on an array of its own."""
    new = np.matmul(x, W)
    new += np.matmul(h, U)
    new += b
    np.tanh(new, out=new)
    return new, new


def by_reduce(x, h, W, U, b):
    """functools.reduce over the terms."""
    new = np.tanh(reduce(np.add, [x @ W, h @ U, b]))
    return new, new


def state_of(step, manner, choose):
    """Return a mended function out of a step and a way to choose the only time step."""

    def read(x, h0, W, U, b):
        return step(choose(x), h0, W, U, b)[1]

    read.__doc__ = manner
    return read


CHOICES = {
    "Step 0.": lambda x: x[:, 0],
    "The last step, which is the first.": lambda x: x[:, -1],
    "np.squeeze.": lambda x: np.squeeze(x, axis=1),
    "reshape.": lambda x: x.reshape(len(x), -1),
    "Time first.": lambda x: np.swapaxes(x, 0, 1)[0],
    "The sum over one step.": lambda x: x.sum(axis=1),
}
STYLES = {
    "01-one-hot": [by_eye, by_comparison, by_put, in_lists, in_whole_numbers],
    "01-weights": [by_slices, from_the_end, by_rows, by_index, by_taking],
    "01-step": [
        joined,
        by_einsum,
        by_rows_of_the_batch,
        by_exponentials,
        in_place_on_its_own,
        by_reduce,
    ],
    "01-mend": [state_of(joined, manner, choose) for manner, choose in CHOICES.items()],
}
