"""The known mistakes of assignment 06-lstm, one module for each question."""

from . import step_orders
from .count import COUNT
from .fresh_bias import BIAS
from .loop import LOOP
from .move import MOVE
from .one_step import STEP
from .pieces import MEND

QUESTIONS = {
    "06-count": COUNT,
    "06-bias": BIAS,
    "06-step": STEP,
    "06-loop": LOOP,
    "06-mend": MEND,
    "06-order": MOVE,
}

__all__ = ["QUESTIONS", "step_orders"]
