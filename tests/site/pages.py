"""Read a built site: its pages, links, words, as a reader's browser gets them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

from bs4 import BeautifulSoup, Comment, Doctype

SPOKEN = ("title", "aria-label", "placeholder", "alt", "data-bs-title", "data-tooltip")
SILENT = ("script", "style", "noscript", "math", "code", "pre", "kbd", "svg", "template")


@cache
def soup(path: Path) -> BeautifulSoup:
    """Parse a page once."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def pages(site: Path, language: str) -> list[Path]:
    """Return the pages of one book, without the redirect to its first page."""
    found = sorted((site / language).rglob("*.html"))
    return [path for path in found if "_static" not in path.parts and soup(path).body]


def inner(site: Path, language: str) -> list[str]:
    """Return the addresses of a book's pages as seen from its own root."""
    return [path.relative_to(site / language).as_posix() for path in pages(site, language)]


def links(page: Path) -> list[tuple[str, Path, str]]:
    """Return (as written, file, anchor) for each link of a page that stays in the site."""
    found = []
    for tag in soup(page).find_all(["a", "link", "script", "img", "source"]):
        written = tag.get("href") or tag.get("src")
        if not written or re.match(r"(?:[a-z]+:|//)", written):
            continue
        address, anchor = urldefrag(written)
        target = (page.parent / unquote(address.split("?")[0])).resolve() if address else page
        found.append((written, target, unquote(anchor)))
    return found


def visible(node) -> list[str]:
    """Return the pieces of text below a node that a reader sees as words."""
    return [
        str(text).strip()
        for text in node.find_all(string=True)
        if str(text).strip()
        and not isinstance(text, Comment | Doctype)
        and not any(parent.name in SILENT for parent in text.parents)
    ]


def spoken(node) -> list[str]:
    """Return the words of attributes that are shown or read aloud."""
    return [
        tag[name].strip()
        for tag in node.find_all(True)
        for name in SPOKEN
        if isinstance(tag.get(name), str) and tag[name].strip()
    ]
