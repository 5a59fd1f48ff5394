"""What we leave is what nbgrader's own autograde leaves with the same settings."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import nbformat
import pytest

from tests.grader import hand_in, small_course
from tests.grader.conftest import grader
from tests.grader.test_commands import nbgrader

pytestmark = pytest.mark.slow
NAME = small_course.NAME
STUDENTS = ("right", "absolute", "noisy", "syntax", "blank", "curious")
ROWS = """FROM {table} JOIN base_cell ON base_cell.id = {table}.cell_id
JOIN submitted_notebook ON submitted_notebook.id = {table}.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id"""
TABLES = {
    "grade": "student_id, name, auto_score, manual_score, extra_credit, needs_manual_grade",
    "comment": "student_id, name, auto_comment, manual_comment",
}


def rows(root: Path) -> dict[str, list]:
    """Return what the gradebook says about everybody."""
    with sqlite3.connect(root / "gradebook.db") as book:
        found = {
            table: sorted(book.execute(f"SELECT {columns} {ROWS.format(table=table)}"), key=repr)
            for table, columns in TABLES.items()
        }
        found["late"] = book.execute(
            "SELECT student_id, timestamp, late_submission_penalty FROM submitted_assignment "
            "JOIN submitted_notebook "
            "ON submitted_notebook.assignment_id = submitted_assignment.id ORDER BY 1"
        ).fetchall()
    return found


def notebooks(root: Path) -> dict[str, list]:
    """Return what every autograded notebook says, cell by cell."""
    found = {}
    for student in STUDENTS:
        path = root / "autograded" / student / NAME / f"{NAME}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        found[student] = [
            (cell.source, cell.metadata, [one.get("ename") for one in cell.get("outputs", ())])
            for cell in notebook.cells
        ]
    return found


@pytest.fixture(scope="module")
def both(released, tmp_path_factory) -> tuple[Path, Path]:
    """Grade the same class by our command and by nbgrader's."""
    ours = Path(shutil.copytree(released, tmp_path_factory.mktemp("desk") / "ours"))
    for student in STUDENTS:
        language, code = hand_in.ANSWERS[student]
        written = "because" if student == "right" else None
        path = hand_in.put(ours, student, hand_in.answer(ours, language, code, written))
        path.with_name("timestamp.txt").write_text("2030-01-02 03:04:05 UTC")
        path.with_name("beside.txt").write_text("beside")
    theirs = Path(shutil.copytree(ours, ours.with_name("theirs")))
    assert grader("autograde", "--course", ours).returncode == 0
    said = nbgrader(theirs, "autograde", NAME)
    assert said.returncode == 0, said.stderr
    return ours, theirs


def test_the_gradebook_says_the_same(both):
    ours, theirs = map(rows, both)
    assert len(ours["grade"]) == 3 * len(STUDENTS)
    assert ours == theirs


def test_the_notebooks_say_the_same(both):
    ours, theirs = map(notebooks, both)
    assert ours == theirs


def test_the_same_files_lie_beside_them(both):
    ours, theirs = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("autograded/*/*/*.txt")}
        for root in both
    )
    assert ours == theirs and len(ours) == 2 * len(STUDENTS)
