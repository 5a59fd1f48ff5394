"""Make a built book light: one style sheet and one script for what every page loads.

The theme and Sphinx' extensions send some thirty files. What all pages of a book share becomes
``_static/book-<hash>.css`` and ``.js``, in the same order; what only some pages load, and a
script that asks where it lies, stays as it is. Icons are drawn by ``_static/icons.css``, so the
theme's icon font (rules, three fonts, a script of 1.5 MB) is left out. Files that no page of ours
uses any more are not published.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import shutil
from pathlib import Path

STATIC = "_static"
# Scripts that serve Sphinx' own search, highlighting and tabs, which the book does not use.
UNUSED = ("doctools.js", "sphinx_highlight.js", "translations.js", "design-tabs.js")
LEFT_OUT = ("vendor", "locales", "images", "scripts/fontawesome.js", "webpack-macros.html")
LEFT_OUT += ("sbt-webpack-macros.html", "searchtools.js", "language_data.js", *UNUSED)
LEFT_OUT += ("file.png", "plus.png", "minus.png", "check-solid.svg")
INLINE = "documentation_options.js"  # scripts inside the page read it before anything is loaded

_SHEET = re.compile(r'[ \t]*<link [^>]*href="([^"]+\.css)(?:\?[^"]*)?"[^>]*>\n?')
_SCRIPT = re.compile(r'[ \t]*<script\b[^>]*\bsrc="([^"]+\.js)(?:\?[^"]*)?"[^>]*></script>\n?')
_IMPORT = re.compile(r'@import\s+(?:url\()?["\']([^"\']+)["\']\)?;')
_ADDRESS = re.compile(r"url\(\s*(?!['\"]?(?:data:|#))['\"]?([^)'\"]+)['\"]?\s*\)")
_ICON_RULES = re.compile(
    r"@font-face\{[^{}]*Font Awesome[^{}]*\}|(?<=[{};/])\.fa[srlb]?[-.:,>][^{}]*\{[^{}]*\}"
)


def pack(book: Path) -> None:
    """Pack the built book in a folder, in place."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(book.rglob("*.html"))}
    pages = {path: text for path, text in pages.items() if _SHEET.search(text)}
    for name in UNUSED:
        pages = {path: _without(text, name) for path, text in pages.items()}
    for pattern, ending, join in (
        (_SHEET, "css", _joined_sheets),
        (_SCRIPT, "js", _joined_scripts),
    ):
        shared = _shared(book, pages, pattern, ending)
        if not shared:
            continue
        text = join(book, shared)
        name = f"{STATIC}/book-{hashlib.sha256(text.encode()).hexdigest()[:10]}.{ending}"
        (book / name).write_text(text, encoding="utf-8", newline="\n")
        pages = {
            path: _replaced(book, path, old, pattern, set(shared), name)
            for path, old in pages.items()
        }
        for path in shared:
            (book / path).unlink()
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    for name in LEFT_OUT:
        target = book / STATIC / name
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)


def _inside(book: Path, page: Path, address: str) -> str:
    """Return where an address of a page points to, as seen from the book's root."""
    here = page.parent.relative_to(book).as_posix()
    return posixpath.normpath(posixpath.join(here, address))


def _without(text: str, name: str) -> str:
    return _SCRIPT.sub(lambda m: "" if m[1].endswith(f"/{name}") else m[0], text)


def _shared(book: Path, pages: dict[Path, str], pattern: re.Pattern, ending: str) -> list[str]:
    """Return the files that every page loads, in their order."""
    loaded = [
        [_inside(book, path, found[1]) for found in pattern.finditer(text)]
        for path, text in pages.items()
    ]
    common = set.intersection(*map(set, loaded)) if loaded else set()
    return [name for name in dict.fromkeys(loaded[0] if loaded else ()) if name in common
            and not (ending == "js" and _stays(book / name))]  # fmt: skip


def _stays(script: Path) -> bool:
    return script.name == INLINE or "document.currentScript" in script.read_text(encoding="utf-8")


def _joined_sheets(book: Path, names: list[str]) -> str:
    return "\n".join(_sheet(book, name) for name in names)


def _sheet(book: Path, name: str) -> str:
    """Return a style sheet with its imports in it and its addresses as seen from ``_static``."""
    folder = posixpath.dirname(name)

    def imported(found: re.Match) -> str:
        return _sheet(book, posixpath.normpath(posixpath.join(folder, found[1])))

    def moved(found: re.Match) -> str:
        target = posixpath.normpath(posixpath.join(folder, found[1]))
        return f"url({posixpath.relpath(target, STATIC)})"

    text = (book / name).read_text(encoding="utf-8")
    text = _ICON_RULES.sub("", text)
    return _IMPORT.sub(imported, _ADDRESS.sub(moved, text))


def _joined_scripts(book: Path, names: list[str]) -> str:
    """Join scripts; one that fails must not take those behind it along."""
    return "\n;\n".join((book / name).read_text(encoding="utf-8") for name in names)


def _replaced(
    book: Path, page: Path, text: str, pattern: re.Pattern, shared: set[str], name: str
) -> str:
    """Put the packed file where the first of the shared files stood."""
    address = posixpath.relpath(name, page.parent.relative_to(book).as_posix())
    tag = f'  <link rel="stylesheet" href="{address}">\n'
    if pattern is _SCRIPT:
        tag = f'  <script defer src="{address}"></script>\n'
    done = False

    def swap(found: re.Match) -> str:
        nonlocal done
        target = _inside(book, page, found[1])
        if target.endswith(f"/{INLINE}"):
            return f"  <script>{(book / target).read_text(encoding='utf-8')}</script>\n"
        if target not in shared:
            return found[0]
        first, done = not done, True
        return tag if first else ""

    return pattern.sub(swap, text)
