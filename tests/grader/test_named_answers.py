"""Each named answer earns exactly what it says, is told its mistake, and sees no secret."""

from __future__ import annotations

import csv
import html
import re

import nbformat
import pytest

from tests.grader.conftest import ROOT

pytestmark = pytest.mark.slow

NAMES = sorted(path.name for path in (ROOT / "exercises" / "source").iterdir())


def named_answers() -> list[tuple[str, str]]:
    """Return every assignment with every answer's name, without reading them."""
    folders = [ROOT / "exercises" / "answers" / name for name in NAMES]
    files = [path for folder in folders for path in folder.iterdir()]
    return sorted((path.parent.name, path.stem) for path in files if path.suffix in (".py", ".txt"))


def answer_of(assignment: str, name: str):
    """Return one named answer."""
    from exercises import answers

    return answers.load(assignment)[name]


def page(graded, assignment: str, name: str) -> str:
    """Return the feedback of one answer as the text that a browser shows."""
    path = graded.root / "feedback" / name / assignment / f"{assignment}.html"
    return path.read_text(encoding="utf-8")


def row(graded, assignment: str, name: str) -> dict[str, str]:
    """Return one line of the CSV."""
    text = (graded.root / "exports" / f"{assignment}.csv").read_text(encoding="utf-8-sig")
    return next(one for one in csv.DictReader(text.splitlines()) if one["student"] == name)


def test_sample_class_says_that_it_is_one(named_class):
    assert named_class.said.returncode == 0, named_class.said.stderr
    assert "SAMPLE CLASS" in named_class.said.stdout and "예제 학급" in named_class.said.stdout
    assert "합계" in named_class.said.stdout and "M06" in named_class.said.stdout


@pytest.mark.parametrize("assignment,name", named_answers())
def test_answer_earns_exactly_its_points(named_class, assignment, name):
    scores = named_class.scores()[name]
    wanted = answer_of(assignment, name).points
    assert {key: scores[key] for key in wanted} == wanted
    assert set(scores) - set(wanted), "the written answer has a grade of its own"


@pytest.mark.parametrize("assignment,name", named_answers())
def test_answer_is_told_its_mistake_in_its_language(named_class, assignment, name):
    answer = answer_of(assignment, name)
    shown = page(named_class, assignment, name)
    assert f'<html lang="{answer.language}">' in shown
    assert answer.student in row(named_class, assignment, name)["name"]
    for code in " ".join(answer.diagnosis.values()).split():
        assert f"<h3>{code} · " in shown
        assert code in row(named_class, assignment, name)["why_ko"]


@pytest.mark.parametrize("assignment", NAMES)
def test_both_languages_are_in_one_gradebook(named_class, assignment):
    languages = {
        row(named_class, assignment, name)["language"]
        for one, name in named_answers()
        if one == assignment
    }
    assert languages == {"ko", "en"}


@pytest.mark.parametrize("assignment,name", named_answers())
def test_feedback_shows_no_line_of_a_solution_or_hidden_test(named_class, assignment, name):
    from exercises.grader.anatomy import secret_lines

    source = nbformat.read(
        ROOT / "exercises" / "source" / assignment / f"{assignment}.ipynb", as_version=4
    )
    own = "\n".join(answer_of(assignment, name).cells.values())
    secrets = [line for line in secret_lines(source.cells) if line not in own]
    assert len(secrets) > 20
    text = html.unescape(re.sub(r"<[^>]+>", "", page(named_class, assignment, name)))
    assert not [line for line in secrets if line in text]


def test_links_lead_to_places_that_the_book_has(named_class):
    from exercises.grader.chapters import pages

    found = 0
    for assignment, name in named_answers():
        for link in re.findall(r'<a href="([^#"][^"]*)"', page(named_class, assignment, name)):
            chapter, _, label = link.rpartition("#")
            assert pages().get(label) and chapter.endswith(f"/{pages()[label]}.html"), link
            found += 1
    assert found > 5
