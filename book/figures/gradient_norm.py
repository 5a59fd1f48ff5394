"""How long a gradient still is after so many steps back: straight lines on a logarithmic scale."""

import math

from book.figures.canvas import Canvas

SIZE = (620, 360)
U = ((0.6, -0.4), (0.3, 0.5))  # the book's recurrent kernel
LEFT, RIGHT, TOP, BOTTOM = 74, 470, 24, 304
STEPS, POWERS = 50, 5  # the axes: 0 to 50 steps, 10^-5 to 10^5


def draw(c: Canvas) -> None:
    """Draw the axes, a line for each rho, and one for the cell state of an LSTM."""
    c.wire((LEFT, TOP), (LEFT, BOTTOM), (RIGHT, BOTTOM), head=False, bend=0)
    for power in range(-POWERS, POWERS + 1):
        y = height(10.0**power)
        c.wire((LEFT - 6, y), (LEFT, y), head=False)
        if power % 5 == 0:
            c.math(LEFT - 12, y + 6, f"10^{{{power}}}", size=17, anchor="end")
    for step in range(0, STEPS + 1, 10):
        c.wire((across(step), BOTTOM), (across(step), BOTTOM + 6), head=False)
        c.number(across(step), BOTTOM + 24, str(step))
    c.word((LEFT + RIGHT) / 2, BOTTOM + 48, "steps_back")
    for rho, kind, lower in ((1.25, "accent", 0), (1.0, "state", -8), (0.8, "input", 0)):
        line(c, [norm(rho, step) for step in range(STEPS + 1)], kind)
        end = height(norm(rho, STEPS))
        c.math(RIGHT + 12, end + 6 + lower, f"ρ = {rho:g}", kind=kind, anchor="start")
    forget = 1 / (1 + math.exp(-4))
    line(c, [forget**step for step in range(STEPS + 1)], "weight")
    c.math(RIGHT + 12, height(forget**STEPS) + 20, "LSTM", kind="weight", size=17, anchor="start")
    c.math(RIGHT + 64, height(forget**STEPS) + 20, "c_t", kind="weight", anchor="start")


def norm(rho: float, steps: int) -> float:
    """Return the norm of (1, 0) after so many products with U^T, scaled to eigenvalues of rho."""
    scale = rho / math.sqrt(U[0][0] * U[1][1] - U[0][1] * U[1][0])
    d = (1.0, 0.0)
    for _ in range(steps):
        d = tuple(scale * (d[0] * row[0] + d[1] * row[1]) for row in U)
    return math.hypot(*d)


def line(c: Canvas, norms: list[float], kind: str) -> None:
    """Draw one norm for each step as a line."""
    points = [(across(step), height(value)) for step, value in enumerate(norms)]
    c.wire(*points, kind=kind, head=False, bend=0)


def across(step: float) -> float:
    """Return where so many steps back stand."""
    return LEFT + (RIGHT - LEFT) * step / STEPS


def height(value: float) -> float:
    """Return where a norm stands on the logarithmic scale."""
    return TOP + (BOTTOM - TOP) * (POWERS - math.log10(value)) / (2 * POWERS)
