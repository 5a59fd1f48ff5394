"""Know the pages of the book and the order in which they are read."""

from __future__ import annotations

import difflib
from pathlib import Path

import yaml

from book.cells import ROOT


def pages_in_order(root: Path = ROOT) -> list[Path]:
    """Return the files of the book in the order of ``_toc.yml``."""
    toc = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    return [found for name in page_names(toc) if (found := page_file(root, name)) is not None]


def page_names(entry: dict) -> list[str]:
    """Walk a table of contents: root, parts, chapters, sections."""
    names = [entry[key] for key in ("root", "file") if key in entry]
    for key in ("parts", "chapters", "sections", "entries", "subtrees"):
        for child in entry.get(key, ()):
            names += page_names(child)
    return names


def page_file(root: Path, name: str) -> Path | None:
    for suffix in ("", ".ipynb", ".md"):
        path = root / f"{name}{suffix}"
        if path.is_file():
            return path
    return None


def text_pages(root: Path = ROOT) -> list[Path]:
    """Return every page with cells, listed in the table of contents or not yet."""
    book = root / "book"
    listed = pages_in_order(root)
    loose = [
        path
        for path in sorted([*book.glob("*.ipynb"), *book.glob("*.md")])
        if path not in listed and path.name != "README.md"
    ]
    return listed + loose


def find_page(name: str, root: Path = ROOT) -> Path:
    """Find a page by its name, with or without folder and suffix.

    Raises
    ------
    LookupError
        If there is no such page; the message names the nearest one.
    """
    known = {path.stem: path for path in text_pages(root)}
    stem = Path(name).stem if Path(name).suffix in (".ipynb", ".md") else Path(name).name
    if stem in known:
        return known[stem]
    inside = [each for each in known if stem and stem in each]
    near = inside or difflib.get_close_matches(stem, known, n=1, cutoff=0.0)
    raise LookupError(
        f"CHAPTER={name}: no such page / 그런 쪽이 없습니다. "
        f"Did you mean / 혹시 CHAPTER={near[0] if near else '?'}?  ({', '.join(known)})"
    )
