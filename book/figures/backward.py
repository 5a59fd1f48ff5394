"""Three unrolled cells: the computation goes up and right, the gradient down and left."""

from book.figures.canvas import Canvas

SIZE = (620, 330)
STEP = 168  # from one time step to the next
MID = 190  # the height of the line along which the state travels


def draw(c: Canvas) -> None:
    """Draw h_0 to h_3 with letters below and losses above, and every gradient beside its wire."""
    c.math(26, MID + 2, "h_0", kind="state")
    before = (46, MID - 4)
    for t, letter in enumerate("hel", start=1):
        x = 104 + (t - 1) * STEP
        cell = c.box(x, MID - 30, 84, 60, "W U b", kind="weight", size=17)
        middle = cell.top[0]
        c.wire(before, (x, MID - 4), kind="state")
        c.code(middle, 288, letter, kind="input", size=20)
        c.math(middle, 314, f"x_{t}", kind="input", size=17)
        c.wire((middle, 266), cell.bottom, kind="input")
        loss = c.box(middle - 30, 56, 60, 40, f"L_{t}", kind="ink")
        c.wire((middle - 10, MID - 30), (middle - 10, loss.bottom[1]), kind="state")
        dashed(c, (middle + 12, loss.bottom[1] + 2), (middle + 12, MID - 31))
        if t > 1:
            dashed(c, (x - 2, MID + 14), (x - STEP + 86, MID + 14))
            c.math(x - (STEP - 84) / 2, MID - 14, f"h_{t - 1}", kind="state", size=17)
            c.math(x - (STEP - 84) / 2, MID + 40, f"dz_{t} U^T", kind="accent", size=16)
        c.math(middle + 48, 136, f"dy_{t} W_y^T", kind="accent", size=16)
        before = (x + 84, MID - 4)
    c.math(570, MID - 14, "h_3", kind="state", size=17)
    c.wire(before, (604, MID - 4), kind="state")
    c.word(140, 28, "forward", kind="state", size=16)
    c.word(470, 28, "gradient", kind="accent", size=16)


def dashed(c: Canvas, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw an arrow of short strokes, along one axis."""
    length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    strokes = round(length / 10)
    at = [
        tuple(a + (b - a) * n / strokes for a, b in zip(start, end, strict=True))
        for n in range(strokes + 1)
    ]
    for n in range(0, strokes - 2, 2):
        c.wire(at[n], at[n + 1], kind="accent", head=False)
    c.wire(at[-3], at[-1], kind="accent")
