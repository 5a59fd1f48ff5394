"""What comes out of the chain of five steps, for each of the four settings of the two flags."""

from book.figures.canvas import Canvas

SIZE = (620, 470)
STEP = 50  # from one time step to the next


def draw(c: Canvas) -> None:
    """Draw four chains: columns return_sequences, rows return_state."""
    for column, sequences in enumerate((False, True)):
        c.code(170 + column * 300, 22, f"return_sequences={sequences}", size=14)
        for row, state in enumerate((False, True)):
            chain(c, 24 + column * 300, 60 + row * 215, sequences, state)
    c.code(310, 262, "return_state=True", size=14)
    c.code(310, 46, "return_state=False", size=14)


def chain(c: Canvas, left: float, top: float, sequences: bool, state: bool) -> None:
    """Draw one chain; what is returned leaves by an arrow and carries its shape."""
    line = top + 92
    x = left
    for t in range(1, 6):
        box = c.box(x, line - 17, 34, 34, kind="weight")
        if sequences or t == 5:
            c.wire(box.top, (box.top[0], line - 48), kind="state")
            c.math(box.top[0], line - 54, f"h_{t}", kind="state", size=16)
        if t < 5:
            c.wire(box.right, (x + STEP, line), kind="muted")
        x += STEP
    outputs(c, left, line, sequences, state)
    if state:
        c.wire((x - STEP + 34, line), (x + 8, line), kind="accent")
        c.math(x + 16, line + 6, "h_5", kind="accent", size=16, anchor="start")
        c.word(x - 50, line + 44, "last_state", kind="accent", size=15)
        c.number(x - 50, line + 66, "(3, 2)", kind="accent")


def outputs(c: Canvas, left: float, line: float, sequences: bool, state: bool) -> None:
    """Name the outputs: beside the last arrow, or below the chain when there are five."""
    if sequences:
        x, y, term, shape = left + (70 if state else 117), line + 44, "all_outputs", "(3, 5, 2)"
    else:
        x, y, term, shape = left + 145, line - 62, "last_output", "(3, 2)"
    c.word(x, y, term, kind="state", size=15)
    c.number(x, y + 22, shape, kind="state")
