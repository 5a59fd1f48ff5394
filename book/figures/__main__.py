"""Redraw figures: ``python -m book.figures [name …]``; without names, all of them."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from book.cells import LANGUAGES
from book.figures.canvas import Canvas

HERE = Path(__file__).resolve().parent
HELPERS = {"__init__", "__main__", "canvas", "letters", "gru_parts", "lstm_parts"}


def names() -> list[str]:
    """Return the names of all figure scripts: every module here with SIZE and draw(canvas)."""
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem not in HELPERS)


def drawings(name: str) -> dict[Path, str]:
    """Draw one figure in each language; return the text of each of its files."""
    module = importlib.import_module(f"book.figures.{name}")
    texts = {}
    for language in LANGUAGES:
        canvas = Canvas(*module.SIZE, language)
        module.draw(canvas)
        texts[HERE / f"{name}.{language}.svg"] = canvas.to_text()
    return texts


def main(wanted: list[str]) -> int:
    """Write the SVG files that changed, and say which."""
    unknown = sorted(set(wanted) - set(names()))
    if unknown:
        print(
            f"no figure / 없는 그림: {', '.join(unknown)}; known / 있는 그림: {', '.join(names())}"
        )
        return 2
    for name in wanted or names():
        for path, text in drawings(name).items():
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8", newline="\n")
                print(f"drawn / 그림: {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
