"""The cell drawn once for each letter of 'hello': five pictures, one set of weights."""

from book.figures.canvas import Canvas

SIZE = (620, 300)
LETTERS = "hello"
STEP = 104  # from one time step to the next
MID = 150  # the height of the line along which the state travels


def draw(c: Canvas) -> None:
    """Draw h_0, five cells with input below and output above, and the last state."""
    c.math(28, MID + 6, "h_0", kind="state")
    before = (46, MID)
    for t, letter in enumerate(LETTERS, start=1):
        x = 72 + (t - 1) * STEP
        cell = c.box(x, MID - 26, 64, 52, "W U b", kind="weight", size=15)
        c.wire(before, cell.left, kind="state")
        before = cell.right
        middle = cell.top[0]
        c.code(middle, 252, letter, kind="input", size=20)
        c.math(middle, 276, f"x_{t}", kind="input", size=16)
        c.wire((middle, 230), cell.bottom, kind="input")
        c.wire(cell.top, (middle, 66), kind="state")
        c.math(middle, 56, f"h_{t}", kind="state")
    c.wire(before, (606, MID), kind="state")
    c.word(310, 22, "same_weights", size=16)
