"""Three words of different lengths: the state of a finished word passes through empty boxes."""

from book.figures.canvas import Canvas

SIZE = (620, 320)
WORDS = ("hello", "hole", "el")
CELL, ROW = 48, 76  # width of a box, and from one word to the next


def draw(c: Canvas) -> None:
    """Draw each word with its mask below, and its state going to the right end."""
    for number, word in enumerate(WORDS):
        y = 52 + number * ROW
        boxes = c.grid(40, y, [list(word.ljust(5))], kind="input", cell=CELL, size=19)
        for t in range(5):
            kind = "input" if t < len(word) else "muted"
            c.number(40 + (t + 0.5) * CELL, y + CELL + 17, str(int(t < len(word))), kind=kind)
        middle = boxes.right[1]
        for t in range(len(word), 5):
            c.wire((44 + t * CELL, middle), (36 + (t + 1) * CELL, middle), kind="state", head=False)
        state = c.grid(430, y, [["", ""]], kind="state", cell=CELL)
        c.wire(boxes.right, state.left, kind="state")
        c.math(570, middle + 6, f"h_{len(word)}", kind="state", size=18)
    c.math(160, 34, "T = 5", kind="input", size=17)
    c.math(478, 34, "H = 2", kind="state", size=17)
    c.word(160, 300, "mask", kind="input", size=16)
    c.word(478, 300, "last_state", kind="state", size=16)
