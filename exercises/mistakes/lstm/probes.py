"""What the questions share: inputs that tell mistakes apart, and where the book speaks of them."""

from ..numbers import SIZES, numbers, weights


def sequences(B, T, D, H):
    """Return the arguments of a loop: x (B, T, D), h0 (B, H), c0 (B, H), W, U, b."""
    x, h0 = numbers(B, T, D, phase=0.7), numbers(B, H, phase=2.6)
    return x, h0, 1.6 * numbers(B, H, phase=0.9), *weights(D, H, blocks=4)


LOOPS = [sequences(*sizes) for sizes in SIZES]

PASSAGES = {
    "M05": "lstm-count",
    "M13": "lstm-rnnkit",
    "M14": "lstm-surprise",
    "M16": "unfolding-first-state",
    "M17": "unfolding-first-state",
    "M18": "lstm-show",
    "M19": "lstm-order",
    "M20": "lstm-write",
    "M21": "lstm-equation",
    "M28": "lstm-equation",
}
