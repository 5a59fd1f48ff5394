"""02-unfolding: an input, a step, a loop, mended states, pieces; right in other styles."""

from functools import reduce
from itertools import accumulate

import numpy as np


def step(x, h, W, U, b):
    """One product of the joined rows and the joined weights."""
    return np.tanh(np.hstack([x, h]) @ np.vstack([W, U]) + b)


def take(x, t):
    """np.take."""
    return np.take(x, t, axis=1)


def ellipsis(x, t):
    """An ellipsis behind the step."""
    return x[:, t, ...]


def swapped(x, t):
    """Time first, then one step."""
    return np.swapaxes(x, 0, 1)[t]


def listed(x, t):
    """Row by row, in a list."""
    return np.array([row[t] for row in x])


def one_hot_product(x, t):
    """A product with a vector that chooses the step."""
    return np.einsum("btd,t->bd", x, np.eye(x.shape[1])[t])


def by_einsum(x, h, W, U, b):
    """einsum for each product."""
    return np.tanh(np.einsum("bd,dh->bh", x, W) + np.einsum("bk,kh->bh", h, U) + b)


def by_dot(x, h, W, U, b):
    """np.dot, and the bias first."""
    return np.tanh(b + np.dot(x, W) + np.dot(h, U))


def by_element(x, h, W, U, b):
    """Loops over rows and units."""
    new = np.empty((len(x), len(b)))
    for row in range(len(x)):
        for unit in range(len(b)):
            new[row, unit] = np.tanh(x[row] @ W[:, unit] + h[row] @ U[:, unit] + b[unit])
    return new


def by_exponentials(x, h, W, U, b):
    """tanh from exponentials."""
    z = np.exp(2 * (x @ W + h @ U + b))
    return (z - 1) / (z + 1)


def in_place_on_its_own(x, h, W, U, b):
    """In place, on an array of its own."""
    z = x @ W
    z += h @ U
    z += b
    return np.tanh(z, out=z)


def filled(x, h0, W, U, b):
    """An array for all outputs, filled step by step."""
    outputs, h = np.zeros((*x.shape[:2], len(b))), h0
    for t in range(x.shape[1]):
        outputs[:, t] = h = step(x[:, t], h, W, U, b)
    return outputs, h


def accumulated(x, h0, W, U, b):
    """itertools.accumulate over the steps."""
    states = accumulate(np.swapaxes(x, 0, 1), lambda h, x_t: step(x_t, h, W, U, b), initial=h0)
    states = list(states)
    return np.stack(states[1:], axis=1), states[-1]


def reduced(x, h0, W, U, b):
    """functools.reduce with a growing tuple."""
    states = reduce(
        lambda found, t: (*found, step(x[:, t], found[-1], W, U, b)), range(x.shape[1]), (h0,)
    )
    return np.stack(states[1:], axis=1), states[-1]


def recursive(x, h0, W, U, b):
    """Recursion from the end."""
    if x.shape[1] == 0:
        return np.zeros((len(x), 0, len(b))), h0
    outputs, h = recursive(x[:, :-1], h0, W, U, b)
    h = step(x[:, -1], h, W, U, b)
    return np.concatenate([outputs, h[:, None]], axis=1), h


def row_by_row(x, h0, W, U, b):
    """One sequence after the other."""
    rows = [filled(x[i : i + 1], h0[i : i + 1], W, U, b) for i in range(len(x))]
    return np.concatenate([y for y, _ in rows]), np.concatenate([h for _, h in rows])


def input_products_first(x, h0, W, U, b):
    """All input products at once."""
    drive, outputs, h = x @ W + b, [], h0
    for z in np.moveaxis(drive, 1, 0):
        h = np.tanh(z + h @ U)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


def states_of(unfold):
    """Turn a loop into one that returns its states alone."""

    def states(x, h0, W, U, b):
        return unfold(x, h0, W, U, b)[0]

    states.__doc__, states.__name__ = unfold.__doc__, unfold.__name__
    return states


unfold = filled  # the tests put others in its place


def pieces_in_turn(parts, h0, W, U, b):
    """A loop that keeps the last state."""
    outputs, h = [], h0
    for part in parts:
        y, h = unfold(part, h, W, U, b)
        outputs.append(y)
    return np.hstack(outputs), h


def pieces_by_recursion(parts, h0, W, U, b):
    """The first piece, then the rest from its state."""
    y, h = unfold(parts[0], h0, W, U, b)
    if len(parts) == 1:
        return y, h
    rest, last = pieces_by_recursion(parts[1:], h, W, U, b)
    return np.concatenate([y, rest], axis=1), last


def pieces_by_reduce(parts, h0, W, U, b):
    """functools.reduce over pairs of outputs and state."""

    def advance(found, part):
        y, h = unfold(part, found[1], W, U, b)
        return [*found[0], y], h

    outputs, h = reduce(advance, parts, ([], h0))
    return np.concatenate(outputs, axis=1), h


def pieces_into_one_array(parts, h0, W, U, b):
    """One array that is filled piece by piece."""
    B, T, H = len(h0), sum(part.shape[1] for part in parts), h0.shape[1]
    outputs, start, h = np.empty((B, T, H)), 0, h0
    for part in parts:
        end = start + part.shape[1]
        outputs[:, start:end], h = unfold(part, h, W, U, b)
        start = end
    return outputs, h


LOOPS = [filled, accumulated, reduced, recursive, row_by_row, input_products_first]
STYLES = {
    "02-input": [take, ellipsis, swapped, listed, one_hot_product],
    "02-step": [step, by_einsum, by_dot, by_element, by_exponentials, in_place_on_its_own],
    "02-unfold": LOOPS,
    "02-mend": [*map(states_of, LOOPS)],
    "02-parts": [pieces_in_turn, pieces_by_recursion, pieces_by_reduce, pieces_into_one_array],
}
