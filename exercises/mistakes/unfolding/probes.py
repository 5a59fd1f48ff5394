"""What the questions share: inputs that tell mistakes apart, and where the book speaks of them."""

from ..numbers import SIZES, sequences

LOOPS = [sequences(*sizes) for sizes in SIZES]

PASSAGES = {
    "M06": "unfolding-equation",
    "M08": "unfolding-axes",
    "M16": "unfolding-first-state",
    "M17": "unfolding-first-state",
    "M28": "unfolding-axes",
}
