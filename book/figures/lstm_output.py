"""The whole LSTM: o decides what the cell state shows as hidden state."""

from book.figures import lstm_parts
from book.figures.canvas import Canvas

SIZE = lstm_parts.SIZE


def draw(c: Canvas) -> None:
    """Draw cell line and all gates."""
    lstm_parts.cell_line(c)
    lstm_parts.inputs(c, 450)
    lstm_parts.forget_gate(c, 284)
    lstm_parts.input_gate(c)
    lstm_parts.output_gate(c)
