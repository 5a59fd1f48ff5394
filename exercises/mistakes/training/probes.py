"""Inputs that tell mistakes apart: sizes that differ, sizes that agree, and logits that are large.

Letters: B batch, T time, D features, H units, V vocabulary.
"""

import numpy as np

from ..numbers import SIZES, numbers

CLASSES = [(2, 5), (3, 3), (1, 4), (4, 3)]  # B, V


def logits(B, V):
    """Return y (B, V)."""
    return 2 * numbers(B, V, phase=0.4)


def answered(B, V, factor=1.0):
    """Return y (B, V), answers (B,), mask (B,): of several rows the second does not count."""
    mask = np.arange(B) != 1
    return factor * logits(B, V), (2 * np.arange(B) + 1) % V, mask


def gradients(B, T, D, H):
    """Return the arguments of a loop back: d_out (B, T, H), x (B, T, D), h (B, T + 1, H), U."""
    return (
        numbers(B, T, H, phase=1.9),
        numbers(B, T, D, phase=0.7),
        numbers(B, T + 1, H, phase=2.6),
        numbers(H, H, phase=1.1),
    )


LOOPS = [gradients(*sizes) for sizes in SIZES]
STEPS = [(d_out[:, 0], x[:, 0], h[:, 0], h[:, 1], U) for d_out, x, h, U in LOOPS]
