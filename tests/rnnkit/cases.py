"""Sizes that differ pairwise, inputs and weights, for all tests of rnnkit.

They come from NumPy's frozen `RandomState` stream: the same numbers everywhere.
"""

import numpy as np

B, T, D, H = 2, 7, 3, 5


def draw_like(arrays, seed):
    """Return random arrays of the same shapes, none of them zero."""
    random = np.random.RandomState(seed)
    return [random.uniform(-0.8, 0.8, array.shape).astype("float32") for array in arrays]


def inputs():
    """Return x of shape (B, T, D)."""
    return np.random.RandomState(7).normal(size=(B, T, D)).astype("float32")
