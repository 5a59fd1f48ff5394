"""Letters between two rows of cells: one hands its state to the right, the other to the left."""

from book.figures.canvas import Canvas

SIZE = (620, 400)
WORD = "hello"
COLUMN, LEFT = 96, 76  # from one letter to the next, and the middle of the first
THERE, LETTERS, BACK = 100, 182, 258  # heights: forward cells, letters, backward cells


def draw(c: Canvas) -> None:
    """Draw for each letter a forward cell above and a backward cell below, with their states."""
    there, back = [], []
    for t, letter in enumerate(WORD):
        middle = LEFT + t * COLUMN
        box = c.grid(middle - 19, LETTERS, [[letter]], kind="input", cell=38, size=18)
        there.append(c.box(middle - 33, THERE, 66, 44, "W U b", kind="accent", size=14))
        back.append(c.box(middle - 33, BACK, 66, 44, "W' U' b'", kind="weight", size=14))
        c.wire(box.top, there[t].bottom, kind="input")
        c.wire(box.bottom, back[t].top, kind="input")
        above = c.grid(middle - 24, 40, [["", ""]], kind="state", cell=24)
        below = c.grid(middle - 24, 336, [["", ""]], kind="state", cell=24)
        c.wire(there[t].top, above.bottom, kind="state")
        c.wire(back[t].bottom, below.top, kind="state")
        c.math(middle, 28, f"h_{t + 1}", kind="state", size=16)
        c.math(middle, 386, f"g_{t + 1}", kind="state", size=16)
    for t in range(4):
        c.wire(there[t].right, there[t + 1].left, kind="state")
        c.wire(back[t + 1].left, back[t].right, kind="state")
    c.wire(there[4].right, (536, THERE + 22), kind="state")
    c.wire(back[0].left, (12, BACK + 22), kind="state")
    c.word(580, THERE + 27, "forward", kind="accent", size=15)
    c.word(578, BACK + 27, "backward", kind="weight", size=15)
    c.number(572, LETTERS + 24, "(1, 5, 4)", kind="input", size=15)
    c.number(572, 57, "(1, 5, 2)", kind="state", size=15)
    c.number(572, 353, "(1, 5, 2)", kind="state", size=15)
