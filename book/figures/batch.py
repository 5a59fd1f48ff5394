"""Three sequences go through one cell side by side; every row has a state of its own."""

from book.figures.canvas import Canvas

SIZE = (620, 300)
WORDS = ("hello", "eolll", "lleel")
ROW = 58  # from one sequence to the next


def draw(c: Canvas) -> None:
    """Draw the words row by row, the one cell in the middle, and a state for each row."""
    cell = c.box(330, 62, 76, 3 * ROW - 14, "W U b", kind="weight", size=16)
    for i, word in enumerate(WORDS):
        y = 62 + i * ROW
        row = c.grid(40, y, [list(word)], kind="input", cell=44, size=18)
        state = c.grid(480, y, [["", ""]], kind="state", cell=44)
        middle = row.right[1]
        c.wire(row.right, (cell.x, middle), kind="input")
        c.wire((cell.x + cell.width, middle), state.left, kind="state")
    c.math(200, 40, "T = 5", kind="input", size=17)
    c.math(120, 40, "B = 3", kind="input", size=17)
    c.math(524, 40, "H = 2", kind="state", size=17)
    c.number(150, 262, "(3, 5, 4)", kind="input", size=16)
    c.number(368, 262, "1 × (W, U, b)", kind="weight", size=16)
    c.number(524, 262, "(3, 2)", kind="state", size=16)
    c.word(524, 288, "one_state_each", size=16)
