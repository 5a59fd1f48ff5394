"""What the questions share: inputs that tell mistakes apart, and where the book speaks of them."""

import numpy as np

from ..numbers import SIZES, numbers, sequences

# filling at the end, at the start, in between, none at all, and a row of nothing else
MASKS = [
    np.array([[0, 1, 1, 0, 1, 0, 0], [1, 1, 1, 1, 1, 1, 1]], dtype=bool),
    np.array([[1, 1, 0], [0, 0, 0], [0, 1, 1]], dtype=bool),
    np.array([[1, 0, 1, 0]], dtype=bool),
]
PLAIN = [sequences(*sizes) for sizes in SIZES]
LOOPS = [(x, mask, *rest) for (x, *rest), mask in zip(PLAIN, MASKS, strict=True)]
STEPS = [
    (x[:, t], mask[:, t], h0, numbers(*h0.shape, phase=1.4), *weights)
    for x, mask, h0, *weights in LOOPS
    for t in (0, 1)
]

PASSAGES = {
    "M08": "masking-padding",
    "M09": "masking-padding",
    "M10": "masking-by-hand",
    "M15": "masking-surprise",
    "M16": "unfolding-first-state",
    "M17": "unfolding-first-state",
    "M23": "masking-surprise",
    "M24": "masking-stateful",
}
