"""What the questions share: inputs that tell mistakes apart, and where the book speaks of them."""

from ..numbers import SIZES, numbers, sequences

LOOPS = [
    (*sequences(B, T, D, H, blocks=3)[:4], numbers(2, 3 * H, phase=2.0)) for B, T, D, H in SIZES
]
STEPS = [(x[:, 0], h0, W, U, b) for x, h0, W, U, b in LOOPS]

PASSAGES = {
    "M05": "gru-count",
    "M16": "gru-by-hand",
    "M20": "gru-surprise",
    "M21": "gru-equation",
    "M28": "gru-equation",
}
