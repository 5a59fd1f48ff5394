"""The parts of the LSTM's picture; the figures of the chapter add one gate at a time."""

from book.figures.canvas import Canvas

SIZE = (620, 340)
LINE = 60  # the height of the line along which the cell state travels
GATE = 190  # the height of the middle of the gates
BUS = 255  # the height of the line that leads x_t and h_{t-1} to the gates


def cell_line(c: Canvas) -> None:
    """Draw c_{t-1} on the left and c_t on the right."""
    c.math(36, LINE + 6, "c_{t-1}", kind="state")
    c.wire((60, LINE), (134, LINE), kind="state")

    c.math(596, LINE + 6, "c_t", kind="state")


def gate(c: Canvas, x: float, letter: str, label: str, term: str, kind: str = "accent"):
    """Draw a gate above the line of inputs, with its letter and its name."""
    box = c.box(x - 25, GATE - 20, 50, 40, label, kind=kind)
    c.wire((x, BUS), box.bottom, kind="input")
    c.math(x - 10, GATE - 32, letter, kind=kind, anchor="end")
    c.word(x, BUS + 30, term, kind=kind, size=15, fit=92)
    return box


def inputs(c: Canvas, last: float) -> None:
    """Draw the line of x_t and h_{t-1} as far as the last gate."""
    c.math(48, BUS + 5, "x_t, h_{t-1}", kind="input", size=16)
    c.wire((92, BUS), (last, BUS), kind="input", head=False)


def forget_gate(c: Canvas, onward: float) -> None:
    """Draw f on the cell line; the line goes on to `onward`."""
    f = gate(c, 150, "f", r"\sigma", "forget_gate", kind="weight")
    keep = c.circle(150, LINE, 16, r"\odot")
    c.wire(f.top, keep.bottom, kind="weight")
    c.wire(keep.right, (onward, LINE), kind="state")


def input_gate(c: Canvas) -> None:
    """Draw i and the candidate g, whose product is added to the cell line."""
    i = gate(c, 250, "i", r"\sigma", "input_gate")
    g = gate(c, 350, "g", r"\tanh", "candidate")
    write, total = c.circle(300, 120, 16, r"\odot"), c.circle(300, LINE, 16, "+")
    c.wire(i.top, (250, 120), write.left, kind="accent")
    c.wire(g.top, (350, 120), write.right, kind="accent")
    c.wire(write.top, total.bottom, kind="accent")
    c.wire(total.right, (574, LINE), kind="state")


def output_gate(c: Canvas) -> None:
    """Draw o: it decides what the cell state shows as hidden state."""
    o = gate(c, 450, "o", r"\sigma", "output_gate")
    squeeze = c.box(503, 98, 54, 36, r"\tanh", kind="muted", size=16)
    show = c.circle(530, GATE, 16, r"\odot")
    c.dot(530, LINE, kind="state")
    c.wire((530, LINE), squeeze.top, kind="state")
    c.wire(squeeze.bottom, show.top, kind="state")
    c.wire(o.right, show.left, kind="accent")
    c.wire(show.bottom, (530, BUS), (574, BUS), kind="state")
    c.math(592, BUS + 6, "h_t", kind="state")
