"""The LSTM with two gates: i decides how much of the candidate g is written."""

from book.figures import lstm_parts
from book.figures.canvas import Canvas

SIZE = lstm_parts.SIZE


def draw(c: Canvas) -> None:
    """Draw cell line, forget gate, input gate and candidate."""
    lstm_parts.cell_line(c)
    lstm_parts.inputs(c, 350)
    lstm_parts.forget_gate(c, 284)
    lstm_parts.input_gate(c)
