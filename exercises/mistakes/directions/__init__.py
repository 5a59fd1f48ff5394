"""The known mistakes of assignment 09-bidirectional, one module for each question."""

from .align import ALIGN
from .count import COUNT
from .last import LAST
from .loop import LOOP
from .merge import MERGE

QUESTIONS = {
    "09-count": COUNT,
    "09-align": ALIGN,
    "09-merge": MERGE,
    "09-loop": LOOP,
    "09-last": LAST,
}
