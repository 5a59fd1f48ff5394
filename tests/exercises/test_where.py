"""The page of mistakes says where each is taught and checked, as chapters and assignments stand."""

from __future__ import annotations

import re

import pytest

from book.cells import LANGUAGES
from exercises import where
from exercises.mistakes import ASSIGNMENTS

CODES = [f"M{number:02}" for number in range(1, 31)]


def test_the_page_is_current() -> None:
    page = where.PAGE.read_text(encoding="utf-8")
    assert page == where.with_places(page), "run: make pages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_is_taught_and_checked(language: str) -> None:
    spots = where.places(language)
    for code in CODES:
        assert any(not check for *_, check in spots[code]), f"{code}: no passage"
        assert where.graded(code) or any(check for *_, check in spots[code]), f"{code}: unchecked"


def test_every_code_of_an_assignment_is_on_the_page() -> None:
    page = where.PAGE.read_text(encoding="utf-8")
    for assignment, questions in ASSIGNMENTS.items():
        for name, question in questions.items():
            for _, finding in question.wrong_answers.values():
                made = f'"id": "mistakes-{finding.code.lower()}-where-en"'
                entry = page.split(made)[1].split("+++")[0]
                assert f"[{assignment}](#ex-assignment)" in entry and f"`{name}`" in entry


def test_what_is_made_is_made_anew_and_what_is_written_stays() -> None:
    page = where.PAGE.read_text(encoding="utf-8")
    old = page.replace("**다루는 곳** [", "**다루는 곳** [0장 ", 1)
    assert old != page and where.with_places(old) == page
    assert where.with_places(re.sub(where.MADE, "", page)) == page


def test_a_marker_belongs_to_the_heading_before_it(tmp_path, monkeypatch) -> None:
    text = "(a-one)=\n## One\n\n[M01](#m01)\n\n(a-two)=\n### Two\n\n[M02](#m02), [M01](#m01)"
    path = tmp_path / "07-a.md"
    path.write_text(f'+++ {{"tags": ["en"], "id": "a-en"}}\n{text}\n', encoding="utf-8")
    monkeypatch.setattr(where, "text_pages", lambda: [path])
    assert where.places("en") == {
        "M01": [("7", "One", "a-one", False), ("7", "Two", "a-two", False)],
        "M02": [("7", "Two", "a-two", False)],
    }
