"""Inputs that tell mistakes apart: no symmetry, no zeros, sizes that differ and sizes that agree.

Letters: B batch, T time, D features, H units.
"""

import numpy as np

SIZES = [(2, 7, 5, 3), (3, 3, 3, 3), (1, 4, 2, 3)]


def numbers(*shape, phase=0.0):
    """Return an array without symmetry, values between -0.9 and 0.9."""
    return 0.9 * np.sin(phase + 1.7 * np.arange(np.prod(shape), dtype=float)).reshape(shape)


def weights(D, H, blocks=1):
    """Return W (D, blocks H), U (H, blocks H), b (blocks H,)."""
    return (
        numbers(D, blocks * H, phase=0.3),
        numbers(H, blocks * H, phase=1.1),
        numbers(blocks * H, phase=2.0),
    )


def sequences(B, T, D, H, blocks=1):
    """Return the arguments of a loop: x (B, T, D), h0 (B, H), W, U, b."""
    return numbers(B, T, D, phase=0.7), numbers(B, H, phase=2.6), *weights(D, H, blocks)
