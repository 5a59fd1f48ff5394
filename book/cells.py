"""Read a page of the book into cells, and write it back in one normal form.

A chapter is an ``.ipynb``; a page is an ``.md`` whose MyST block breaks (``+++ {json}``) act as
cells. Both become the same list of :class:`Cell`, so that everything else (build, twins, stamps)
knows one form only.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ko", "en")

_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]+")
_BREAK = re.compile(r"\+\+\+\s*(\{.*\})?\s*$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


@dataclass
class Cell:
    """One cell of a page, whatever file format it came from."""

    kind: str  # "markdown", "code" or "raw"
    source: str
    id: str
    tags: tuple[str, ...] = ()
    twin: str | None = None  # hash of the partner's text as a person last read it
    outputs: list = field(default_factory=list)

    @property
    def language(self) -> str | None:
        """The language that the cell's tag names, or None for a shared cell."""
        named = [tag for tag in self.tags if tag in LANGUAGES]
        return named[0] if self.kind == "markdown" and len(named) == 1 else None


def has_hangul(text: str) -> bool:
    """Tell whether any Korean letter stands in ``text``."""
    return _HANGUL.search(text) is not None


def hangul_in(text: str) -> list[str]:
    """Return the runs of Korean letters in ``text``."""
    return _HANGUL.findall(text)


def half(text: str, language: str) -> str:
    """Take one language's half of ``한국어 / English``; other strings come back unchanged."""
    left, slash, right = text.partition(" / ")
    if not slash or not has_hangul(left) or has_hangul(right):
        return text
    return left.rstrip() if language == "ko" else right.lstrip()


def text_hash(source: str) -> str:
    """Return the stamp of a cell's text: 12 hex digits, blind to trailing white space."""
    return hashlib.sha256(source.rstrip().encode("utf-8")).hexdigest()[:12]


def display_name(path: Path) -> str:
    """Name a file as an author does: relative to the project where possible."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.name


def read_page(path: Path) -> list[Cell]:
    """Read a notebook or a Markdown page into cells.

    Raises
    ------
    ValueError
        If a notebook is no JSON, or a block break of a page holds no JSON mapping.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return cells_of_markdown(text, display_name(path))
    return cells_of_notebook(parse_notebook(text, display_name(path)))


def parse_notebook(text: str, name: str) -> dict:
    """Read the JSON of a notebook; say where it stops being one."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(
            f"{name}, line {error.lineno}: not a notebook ({error.msg}); "
            "a merge mark left behind? / 노트북 형식이 아닙니다. 병합 표시가 남아 있나요?"
        ) from None


def joined(source: str | list[str]) -> str:
    """Notebook text may be a string or a list of lines; return the string."""
    return source if isinstance(source, str) else "".join(source)


def cells_of_notebook(notebook: dict) -> list[Cell]:
    """Turn the JSON of a notebook (nbformat 4) into cells."""
    return [
        Cell(
            kind=cell["cell_type"],
            source=joined(cell["source"]),
            id=cell.get("id", f"cell {number}"),
            tags=tuple(cell.get("metadata", {}).get("tags", ())),
            twin=cell.get("metadata", {}).get("twin"),
            outputs=cell.get("outputs", []),
        )
        for number, cell in enumerate(notebook["cells"], start=1)
    ]


def split_blocks(text: str) -> list[tuple[str | None, str]]:
    """Split a Markdown page at its block breaks into (break line or None, text) pairs."""
    blocks: list[tuple[str | None, list[str]]] = [(None, [])]
    fence = ""
    for line in text.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        if not fence and _BREAK.match(line):
            blocks.append((line.rstrip("\n"), []))
        else:
            blocks[-1][1].append(line)
    return [(head, "".join(lines)) for head, lines in blocks]


def break_metadata(head: str | None, name: str) -> dict:
    """Read the JSON behind ``+++``; name the line when it cannot be read."""
    found = _BREAK.match(head or "+++")[1]
    try:
        return json.loads(found) if found else {}
    except json.JSONDecodeError as error:
        raise ValueError(
            f"{name}: block break {head!r}: not JSON ({error.msg}); expected e.g. "
            '+++ {"tags": ["ko"], "id": "notation-axes-ko"} / JSON이 아닙니다.'
        ) from None


def cells_of_markdown(text: str, name: str = "page.md") -> list[Cell]:
    """Turn a Markdown page into cells; an empty piece before the first break is no cell."""
    cells = []
    for number, (head, source) in enumerate(split_blocks(text)):
        if head is None and not source.strip():
            continue
        meta = break_metadata(head, name)
        cells.append(
            Cell(
                kind="markdown",
                source=source.strip("\n"),
                id=meta.get("id", f"block {number}"),
                tags=tuple(meta.get("tags", ())),
                twin=meta.get("twin"),
            )
        )
    return cells


def write_notebook(path: Path, notebook: dict) -> bool:
    """Write a notebook in its normal form; tell whether the file changed."""
    text = notebook_text(notebook)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def notebook_text(notebook: dict) -> str:
    """Return the one text that a notebook of this book has on disk."""
    return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
