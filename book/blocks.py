"""Blocks of a page that a command computes: found by their id, written, and read back."""

from __future__ import annotations

import re

_BLOCK = re.compile(
    r'^(?P<head>\+\+\+ \{[^\n]*"id": "(?P<id>[\w-]+)"[^\n]*\n)(?P<text>.*?)(?=^\+\+\+ |\Z)',
    re.MULTILINE | re.DOTALL,
)


def blocks_in(page: str) -> dict[str, str]:
    """Return the text of each block of a page by its id."""
    return {found["id"]: found["text"].strip() for found in _BLOCK.finditer(page)}


def with_blocks(page: str, fresh: dict[str, str]) -> str:
    """Return a page with the texts of some of its blocks replaced.

    Raises
    ------
    LookupError
        If the page lacks a block.
    """
    if missing := fresh.keys() - blocks_in(page).keys():
        raise LookupError(f"no block {sorted(missing)} on the page / 그런 블록이 없습니다.")

    def renewed(found: re.Match) -> str:
        text = fresh.get(found["id"])
        return found[0] if text is None else f"{found['head']}\n{text}\n\n"

    return _BLOCK.sub(renewed, page).rstrip() + "\n"


def table(header: list[str], rows: list[list[str]], numbers: tuple[int, ...] = ()) -> str:
    """Return a Markdown table; the columns in `numbers` stand to the right."""
    rule = ["---:" if place in numbers else "---" for place in range(len(header))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, rule, *rows))
