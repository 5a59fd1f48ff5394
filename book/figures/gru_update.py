"""The GRU's first gate: z decides how much of the state before is kept."""

from book.figures import gru_parts
from book.figures.canvas import Canvas

SIZE = gru_parts.SIZE


def draw(c: Canvas) -> None:
    """Draw state line, update gate and candidate."""
    gru_parts.state_line(c)
    gru_parts.update_gate(c)
    gru_parts.candidate(c)
    gru_parts.straight(c)
