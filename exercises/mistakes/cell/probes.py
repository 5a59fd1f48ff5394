"""What the questions share: one time step at three sizes, and where the book speaks of them."""

from ..numbers import numbers, weights

STEPS = [
    (numbers(B, D, phase=0.7), numbers(B, H, phase=2.6), *weights(D, H))
    for B, D, H in [(2, 5, 3), (3, 3, 3), (1, 2, 3)]
]

PASSAGES = {
    "M03": "one-cell-surprise",
    "M04": "one-cell-picture",
    "M05": "one-cell-equation",
    "M07": "one-cell-letters",
    "M08": "one-cell-letters",
    "M12": "one-cell-surprise",
    "M16": "one-cell-equation",
    "M21": "one-cell-equation",
    "M28": "one-cell-cell",
}
