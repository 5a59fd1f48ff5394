"""The parts of the GRU's picture; the figures of the chapter add one gate at a time."""

from book.figures.canvas import Canvas

SIZE = (620, 400)
LINE = 70  # the height of the line along which the state travels
LOW = 330  # the height of the line that leads the state to the candidate


def state_line(c: Canvas) -> None:
    """Draw h_{t-1} on the left, the update's product and sum, h_t on the right."""
    c.math(34, LINE + 6, "h_{t-1}", kind="state")
    keep, total = c.circle(310, LINE, 16, r"\odot"), c.circle(450, LINE, 16, "+")
    c.wire((62, LINE), keep.left, kind="state")
    c.wire(keep.right, total.left, kind="state")
    c.wire(total.right, (572, LINE), kind="state")
    c.math(592, LINE + 6, "h_t", kind="state")


def update_gate(c: Canvas) -> None:
    """Draw z: it keeps z of the state before and lets 1 - z of the candidate in."""
    gate = c.box(285, 200, 50, 40, r"\sigma", kind="accent")
    write = c.circle(450, 150, 16, r"\odot")
    c.wire((310, 282), gate.bottom, kind="input")
    c.math(310, 300, "x_t, h_{t-1}", kind="input", size=15)
    c.wire(gate.top, (310, LINE + 16), kind="accent")
    c.wire((310, 150), write.left, kind="accent")
    c.dot(310, 150, kind="accent")
    c.math(298, 125, "z", kind="accent", anchor="end")
    c.math(382, 140, "1 - z", kind="accent")
    c.word(342, 190, "update_gate", kind="accent", anchor="start", size=15, fit=90)
    c.wire(write.top, (450, LINE + 16), kind="state")


def candidate(c: Canvas) -> None:
    """Draw the candidate, fed by the input and by the line that leads from the state."""
    box = c.box(418, 225, 64, 40, r"\tanh", kind="accent")
    c.wire(box.top, (450, 166), kind="state")
    c.wire((540, 245), box.right, kind="input")
    c.math(556, 250, "x_t", kind="input")
    c.word(490, 215, "candidate", kind="accent", anchor="start", size=15)
    c.dot(90, LINE, kind="state")
    c.wire((210, LOW), (450, LOW), box.bottom, kind="state")
    c.math(150, LOW + 26, "h_{t-1} U_h", kind="state", size=16)


def straight(c: Canvas) -> None:
    """Lead the state to the candidate as it is."""
    c.wire((90, LINE), (90, LOW), (212, LOW), kind="state", head=False)


def reset_gate(c: Canvas) -> None:
    """Draw r on the way of the state to the candidate."""
    gate = c.box(185, 225, 50, 40, r"\sigma", kind="weight")
    forget = c.circle(210, LOW, 16, r"\odot")
    c.wire((90, LINE), (90, LOW), forget.left, kind="state")
    c.wire((210, 175), gate.top, kind="input")
    c.math(210, 163, "x_t, h_{t-1}", kind="input", size=15)
    c.wire(gate.bottom, forget.top, kind="weight")
    c.math(224, 296, "r", kind="weight", anchor="start")
    c.word(176, 250, "reset_gate", kind="weight", anchor="end", size=15, fit=80)
