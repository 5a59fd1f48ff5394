"""Three layers on top of each other, unrolled: the outputs of one are the inputs of the next."""

from book.figures.canvas import Canvas

SIZE = (620, 380)
ACROSS = 92  # from one time step to the next
UP = 86  # from one layer to the next


def draw(c: Canvas) -> None:
    """Draw letters below, three rows of cells, outputs above, shapes and states at the right."""
    for layer in range(3):
        y = 250 - layer * UP
        c.code(44, y + 5, f"layer {layer}", size=14)
        for t in range(5):
            x = 92 + t * ACROSS
            box = c.box(x, y - 18, 54, 36, kind="weight")
            c.wire((box.bottom[0], y + (UP - 18 if layer else 56)), box.bottom, kind="input")
            if t < 4:
                c.wire(box.right, (x + ACROSS, y), kind="state")
            if layer == 2:
                c.wire(box.top, (box.top[0], y - 50), kind="state")
        c.wire((92 + 4 * ACROSS + 54, y), (556, y), kind="state")
        c.number(586, y + 5, "(1, 2)", kind="state")
    for t, letter in enumerate("hello"):
        c.code(119 + t * ACROSS, 326, letter, kind="input", size=19)
    c.number(304, 356, "(1, 5, 4)", kind="input")
    c.number(304, 18, "(1, 5, 2)", kind="state")
    for y in (125, 211):
        c.number(349, y, "(1, 5, 2)", kind="input")
