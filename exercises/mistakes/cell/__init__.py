"""The known mistakes of assignment 01-one-cell, one module for each question."""

from .mended import MEND
from .number import NUMBER
from .one_hot import ONE_HOT
from .one_step import STEP
from .sizes import SIZES
from .weights import WEIGHTS

QUESTIONS = {
    "01-sizes": SIZES,
    "01-number": NUMBER,
    "01-one-hot": ONE_HOT,
    "01-weights": WEIGHTS,
    "01-step": STEP,
    "01-mend": MEND,
}
