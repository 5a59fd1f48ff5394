"""The whole GRU: the reset gate is added on the way of the state to the candidate."""

from book.figures import gru_parts
from book.figures.canvas import Canvas

SIZE = gru_parts.SIZE


def draw(c: Canvas) -> None:
    """Draw state line, update gate, candidate and reset gate."""
    gru_parts.state_line(c)
    gru_parts.update_gate(c)
    gru_parts.candidate(c)
    gru_parts.reset_gate(c)
