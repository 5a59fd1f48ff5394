"""Each mistake that learners make has its passage in a chapter, in both languages."""

from __future__ import annotations

import re

import pytest

from book.anatomy import dissect
from book.cells import ROOT, read_page
from book.pages import text_pages

ALL = [f"M{number:02}" for number in range(1, 31)]
MARKER = re.compile(r"\[(M\d\d)\]\(#(m\d\d)\)")
CHAPTERS = [page for page in text_pages() if re.match(r"\d\d-", page.name)]


def marked(language: str) -> dict[str, list[str]]:
    """Return, for each code, the cells of chapters that carry its marker, questions left out."""
    found: dict[str, list[str]] = {}
    for page in CHAPTERS:
        for cell in read_page(page):
            if cell.language == language and not dissect(cell.source).checks:
                for code, _ in MARKER.findall(cell.source):
                    found.setdefault(code, []).append(f"{page.stem}: {cell.id}")
    return found


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_mistake_has_its_passage(language: str) -> None:
    missing = [code for code in ALL if code not in marked(language)]
    assert not missing, f"no chapter has a marker such as [M10](#m10) in {language} for: {missing}"


def test_markers_point_at_their_own_code() -> None:
    for page in text_pages():
        for cell in read_page(page):
            wrong = [m for m in MARKER.findall(cell.source) if m[0].lower() != m[1]]
            assert not wrong, f"{page.name}, {cell.id}: {wrong}"


def test_the_index_of_mistakes_has_a_target_for_each_code() -> None:
    page = ROOT / "book" / "mistakes.md"
    assert page.exists(), "book/mistakes.md holds the targets (m01)= … (m30)="
    targets = [
        label
        for cell in read_page(page)
        if cell.language != "en"
        for label in dissect(cell.source).labels
    ]
    assert [code.lower() for code in ALL] == [t for t in targets if re.fullmatch(r"m\d\d", t)]
