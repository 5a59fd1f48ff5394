"""What the questions share: inputs that tell mistakes apart, and where the book speaks of them."""

from ..numbers import SIZES, numbers, sequences

LOOPS = [
    (
        x,
        h0,
        numbers(*h0.shape, phase=0.2),
        tuple(weights),
        tuple(numbers(*one.shape, phase=5.0 + k) for k, one in enumerate(weights)),
    )
    for x, h0, *weights in (sequences(*sizes) for sizes in SIZES)
]

PASSAGES = {
    "M06": "bidirectional-picture",
    "M08": "bidirectional-equation",
    "M09": "bidirectional-equation",
    "M12": "bidirectional-states",
    "M13": "bidirectional-states",
    "M15": "bidirectional-surprise",
    "M16": "unfolding-first-state",
    "M17": "unfolding-first-state",
    "M26": "bidirectional-surprise",
    "M27": "bidirectional-merge",
}
