"""The kernel of one LSTM in six dialects: the same blocks in other places, one weight lit."""

from book.figures.canvas import Canvas

SIZE = (620, 420)
CELL = 18
KINDS = {"i": "accent", "f": "weight", "g": "input", "o": "state"}
TOP, BELOW = 62, 222  # the heights where the two rows of matrices begin


def block(c: Canvas, x: float, y: float, gate: str, rows: int, columns: int):
    """Draw one gate's block; a dot marks the followed weight of the forget gate."""
    cells = [[""] * columns for _ in range(rows)]
    lit = [(0, 0)] if gate == "f" else []
    box = c.grid(x, y, cells, kind=KINDS[gate], cell=CELL, lit=lit)
    if lit:
        c.dot(x + CELL / 2, y + CELL / 2, kind=KINDS[gate])
    return box


def side_by_side(c: Canvas, x: float, order: str, letters: str) -> None:
    """Draw a (D, 4H) matrix whose blocks stand side by side."""
    for gate, letter in zip(order, letters, strict=True):
        box = block(c, x, TOP, gate, 4, 2)
        c.math(box.top[0], TOP - 8, letter, kind=KINDS[gate], size=16)
        x = box.right[0]
    c.number(x - 4 * CELL, TOP + 4 * CELL + 20, "(4, 8)")


def on_top(c: Canvas, x: float) -> None:
    """Draw PyTorch's (4H, D) matrix: the blocks lie, one above the other."""
    y = BELOW
    for gate in "ifgo":
        box = block(c, x, y, gate, 2, 4)
        c.math(x - 14, box.left[1] + 6, gate, kind=KINDS[gate], size=16)
        y = box.bottom[1]
    c.number(x + 2 * CELL, y + 20, "(8, 4)")


def apart(c: Canvas, x: float) -> None:
    """Draw the four matrices (D, H) of d2l."""
    for gate, letter in zip("ifog", "ifoc", strict=True):
        box = block(c, x, BELOW, gate, 4, 2)
        c.math(box.top[0], BELOW - 8, letter, kind=KINDS[gate], size=16)
        c.number(box.bottom[0], BELOW + 4 * CELL + 20, "(4, 2)", size=14)
        x = box.right[0] + 16


def with_the_state(c: Canvas, x: float) -> None:
    """Draw the four matrices (H, H + D) of DLS, whose first columns meet the state."""
    y = BELOW
    for gate, letter in zip("figo", "fico", strict=True):
        c.grid(x, y, [["", ""], ["", ""]], kind="muted", cell=CELL)
        box = block(c, x + 2 * CELL, y, gate, 2, 4)
        c.math(x - 14, box.left[1] + 6, letter, kind=KINDS[gate], size=16)
        y = box.bottom[1] + 5
    c.number(x + 3 * CELL, y + 15, "(2, 6)")


def draw(c: Canvas) -> None:
    """Draw the three matrices with blocks side by side above, the three other forms below."""
    for x, name in ((106, "Keras"), (306, "cs231n")):
        c.code(x, 24, name, kind="ink", size=16)
    c.word(516, 24, "scratch_2", kind="ink", fit=176)
    side_by_side(c, 34, "ifgo", "ifco")
    side_by_side(c, 234, "ifog", "ifog")
    side_by_side(c, 446, "fgio", "fgio")
    for x, name in ((78, "PyTorch"), (300, "d2l"), (516, "DLS")):
        c.code(x, BELOW - 34, name, kind="ink", size=16)
    on_top(c, 46)
    apart(c, 204)
    with_the_state(c, 466)
