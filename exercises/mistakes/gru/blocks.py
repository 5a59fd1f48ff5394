"""Weights whose gate blocks are changed: a gate turned round, held, or in another place."""

import numpy as np


def blocks(array, *signs):
    """Multiply each block by a number of its own."""
    parts = np.split(array, 3, axis=-1)
    return np.concatenate([s * part for s, part in zip(signs, parts, strict=True)], axis=-1)


def reordered(array, *order):
    """Put the blocks into another order."""
    return np.concatenate([np.split(array, 3, axis=-1)[i] for i in order], axis=-1)


def opened(b, gate):
    """Add so much to a gate's bias that it is open; of two rows the first one takes it."""
    more = np.zeros_like(b)
    row = more[0] if b.ndim == 2 else more
    np.split(row, 3)[gate][...] = 100.0
    return b + more
