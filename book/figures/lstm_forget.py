"""The LSTM's first gate: f decides how much of the cell state is kept."""

from book.figures import lstm_parts
from book.figures.canvas import Canvas

SIZE = lstm_parts.SIZE


def draw(c: Canvas) -> None:
    """Draw cell line and forget gate."""
    lstm_parts.cell_line(c)
    lstm_parts.inputs(c, 150)
    lstm_parts.forget_gate(c, 574)
