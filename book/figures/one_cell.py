"""One SimpleRNN cell: x_t and h_{t-1} come in, h_t goes out as output and as state."""

from book.figures.canvas import Canvas

SIZE = (620, 430)
MID = 205  # the height of the line along which the state travels


def draw(c: Canvas) -> None:
    """Draw the cell from left (the state before) to right (the state after)."""
    c.box(128, 92, 362, 222, kind="muted", style="frame dashed", radius=16)
    c.code(144, 116, "SimpleRNN", anchor="start")

    before = c.grid(22, MID - 17, [["", ""]], kind="state", cell=34)
    state_labels(c, before, "h_{t-1}")
    U = c.box(160, MID - 24, 66, 48, "U", kind="weight", size=20)
    W = c.box(252, 246, 66, 48, "W", kind="weight", size=20)
    b = c.box(264, 112, 42, 38, "b", kind="weight", size=20)
    plus = c.circle(285, MID, 16, "+")
    tanh = c.box(350, MID - 24, 72, 48, r"\tanh", kind="accent", size=20)
    c.number(193, MID + 44, "(2, 2)", kind="weight")
    c.number(352, 276, "(4, 2)", kind="weight")
    c.number(338, 136, "(2,)", kind="weight")

    x = c.grid(217, 352, [[1, 0, 0, 0]], kind="input", cell=34, lit=[(0, 0)])
    c.math(200, 375, "x_t", kind="input", anchor="end")
    c.number(390, 374, "(1, 4)", kind="input")
    c.word(285, 412, "input", kind="input")

    after = c.grid(534, MID - 17, [["", ""]], kind="state", cell=34)
    state_labels(c, after, "h_t")
    y = c.grid(422, 20, [["", ""]], kind="state", cell=34)
    c.math(412, 43, "y_t = h_t", kind="state", anchor="end")
    c.number(510, 53, "(1, 2)", kind="state", anchor="start")
    c.word(510, 32, "output", kind="state", anchor="start")

    c.wire(before.right, U.left, kind="state")
    c.wire(U.right, plus.left)
    c.wire(x.top, W.bottom, kind="input")
    c.wire(W.top, plus.bottom)
    c.wire(b.bottom, plus.top)
    c.wire(plus.right, tanh.left)
    c.wire(tanh.right, after.left, kind="state")
    c.wire((456, MID), y.bottom, kind="state")
    c.dot(456, MID, kind="state")


def state_labels(c: Canvas, vector, letter: str) -> None:
    """Write a state's letter above its vector, its shape and its name below."""
    c.math(vector.top[0], vector.y - 12, letter, kind="state")
    c.number(vector.top[0], vector.y + 56, "(1, 2)", kind="state")
    c.word(vector.top[0], vector.y + 80, "hidden_state", kind="state", fit=100)
