"""Where a label of the book is: the page of its chapter and the place on it."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def pages() -> dict[str, str]:
    """Return the page of each label ``(label)=`` in the book's sources."""
    found = {}
    for path in sorted((ROOT / "book").glob("*.ipynb")) + sorted((ROOT / "book").glob("*.md")):
        for line in lines_of(path):
            if line.startswith("(") and line.rstrip().endswith(")="):
                found.setdefault(line.strip()[1:-2], path.stem)
    return found


def lines_of(path: Path) -> list[str]:
    """Return the lines of a page's text; none if it cannot be read just now."""
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".md":
            return text.splitlines()
        cells = json.loads(text)["cells"]
    except (OSError, ValueError, KeyError):
        return []
    return "\n".join("".join(cell["source"]) for cell in cells).splitlines()


def chapter_of(label: str, language: str, book: str, beside: Path) -> str:
    """Return the address of a label: on the published book, else on the one in ``_build``."""
    page = pages().get(label, "index")
    anchor = f"#{quote(label)}" if label in pages() else ""
    if book:
        return f"{book.rstrip('/')}/{language}/book/{page}.html{anchor}"
    local = os.path.relpath(ROOT / "_build" / "site" / language / "book" / f"{page}.html", beside)
    return f"{quote(local)}{anchor}"
