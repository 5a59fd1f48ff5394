"""What the questions share: inputs that tell mistakes apart, and where the book speaks of them.

Letters: B batch, T time, D features, H units.
"""

import numpy as np


def numbers(*shape, phase=0.0):
    """Return an array without symmetry, values between -0.9 and 0.9."""
    return 0.9 * np.sin(phase + 1.7 * np.arange(np.prod(shape), dtype=float)).reshape(shape)


def weights(D, H):
    """Return W (D, H), U (H, H), b (H,)."""
    return numbers(D, H, phase=0.3), numbers(H, H, phase=1.1), numbers(H, phase=2.0)


def sequences(B, T, D, H):
    """Return the arguments of a loop: x (B, T, D), h0 (B, H), W, U, b."""
    return numbers(B, T, D, phase=0.7), numbers(B, H, phase=2.6), *weights(D, H)


SIZES = [(2, 7, 5, 3), (3, 3, 3, 3), (1, 4, 2, 3)]
LOOPS = [sequences(*sizes) for sizes in SIZES]

PASSAGES = {
    "M06": "unfolding-equation",
    "M08": "unfolding-axes",
    "M16": "unfolding-first-state",
    "M17": "unfolding-first-state",
    "M28": "unfolding-axes",
}
