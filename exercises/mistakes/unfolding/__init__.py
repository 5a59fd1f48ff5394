"""The known mistakes of assignment 02-unfolding, one module for each function that it asks for."""

from .count import COUNT
from .loop import UNFOLD
from .one_input import INPUT
from .one_step import STEP
from .parts import PARTS
from .states import MEND

QUESTIONS = {
    "02-count": COUNT,
    "02-input": INPUT,
    "02-step": STEP,
    "02-unfold": UNFOLD,
    "02-mend": MEND,
    "02-parts": PARTS,
}
