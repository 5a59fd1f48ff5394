"""Grading again: quick, and nothing that a person did is lost."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.grader import hand_in, small_course
from tests.grader.conftest import Class, grader

pytestmark = pytest.mark.slow

GRADE = """UPDATE grade SET manual_score = 3.5, needs_manual_grade = 0
WHERE cell_id IN (SELECT id FROM base_cell WHERE name = '01-why')"""
COMMENT = """UPDATE comment SET manual_comment = 'well said 좋습니다'
WHERE cell_id IN (SELECT id FROM base_cell WHERE name = '01-double')"""


@pytest.fixture(scope="module")
def twice(released, tmp_path_factory):
    """Grade one student, grade by hand, leave a file of one's own, and grade again."""
    root = Path(shutil.copytree(released, tmp_path_factory.mktemp("twice") / "course"))
    hand_in.put(root, "ada", hand_in.answer(root, "en", hand_in.RIGHT, "because"))
    first = grader("class", "--course", root)
    assert first.returncode == 0, first.stderr
    with sqlite3.connect(root / "gradebook.db") as book:
        book.execute(GRADE)
        book.execute(COMMENT)
    for step in ("autograded", "feedback", "submitted"):
        (root / step / "ada" / small_course.NAME / f"{step}.txt").write_text("mine")
    return Class(root, small_course.NAME, grader("class", "--course", root))


def table(graded: Class) -> dict[str, str]:
    """Return the one row of the CSV."""
    text = (graded.root / "exports" / f"{graded.name}.csv").read_text(encoding="utf-8-sig")
    return next(csv.DictReader(text.splitlines()))


def hand_marks(graded: Class) -> tuple:
    """Return what a person wrote into the gradebook."""
    with sqlite3.connect(graded.root / "gradebook.db") as book:
        scores = "SELECT manual_score FROM grade WHERE manual_score IS NOT NULL"
        comments = "SELECT manual_comment FROM comment WHERE manual_comment IS NOT NULL"
        return book.execute(scores).fetchall(), book.execute(comments).fetchall()


MARKS = ([(3.5,)], [("well said 좋습니다",)])


def test_an_unchanged_submission_is_skipped(twice):
    assert "graded 0, unchanged 1, failed 0" in twice.said.stdout


def test_manual_grades_and_comments_are_kept_and_shown(twice):
    assert hand_marks(twice) == MARKS
    assert (table(twice)["01-why"], table(twice)["total"]) == ("3.5", "8.5")
    assert "well said 좋습니다" in twice.page("ada") and "8.5 / 9" in twice.page("ada")


def files_left(graded: Class) -> list[str]:
    """Return those of a person's files that are still there."""
    steps = ("autograded", "feedback", "submitted")
    places = {
        step: graded.root / step / "ada" / small_course.NAME / f"{step}.txt" for step in steps
    }
    return [step for step, place in places.items() if place.exists()]


def test_a_persons_files_are_kept(twice):
    assert files_left(twice) == ["autograded", "feedback", "submitted"]


def test_a_changed_submission_is_graded_again_and_keeps_manual_grades(twice):
    worse = hand_in.answer(twice.root, "ko", "def double(x):\n    return 3 * x", "because")
    hand_in.put(twice.root, "ada", worse)
    said = grader("class", "--course", twice.root)
    assert "graded 1, unchanged 0" in said.stdout
    assert twice.scores()["ada"]["01-double-three"] == 0
    assert hand_marks(twice) == MARKS
    assert '<html lang="ko">' in twice.page("ada")
    assert files_left(twice) == ["autograded", "feedback", "submitted"]


def test_a_broken_submission_does_not_leave_the_old_grade(twice):
    hand_in.put(twice.root, "ada", "{")
    said = grader("class", "--course", twice.root)
    assert said.returncode == 1
    assert twice.scores()["ada"]["01-double-three"] is None
    assert hand_marks(twice) == MARKS
    assert (table(twice)["01-double"], table(twice)["total"]) == ("", "")
