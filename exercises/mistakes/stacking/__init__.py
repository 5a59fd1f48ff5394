"""The known mistakes of assignment 07-stacking, one module for each question."""

from . import loops
from .compare import COMPARE
from .count import COUNT
from .last import MEND
from .layers import STACK
from .one_step import STEP

QUESTIONS = {
    "07-count": COUNT,
    "07-stack": STACK,
    "07-step": STEP,
    "07-compare": COMPARE,
    "07-mend": MEND,
}

__all__ = ["QUESTIONS", "loops"]
