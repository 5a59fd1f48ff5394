"""Wrong input to the commands, and nbgrader's own commands with our settings."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.grader import hand_in, small_course
from tests.grader.conftest import Class, grader

pytestmark = pytest.mark.slow
NAME = small_course.NAME


def refused(said: subprocess.CompletedProcess, *texts: str) -> bool:
    """Tell whether a command refused in the form that every message has."""
    form = ("given / 받은 것", "expected / 필요한 것", "fix / 고치는 법")
    return said.returncode == 2 and all(text in said.stderr for text in (*form, *texts))


def test_unknown_assignment_names_the_nearest(course):
    said = grader("autograde", "01-smal", "--course", course)
    assert refused(said, "그런 과제가 없습니다", f"fix / 고치는 법: {NAME}")
    assert not (course / "autograded").exists()


def test_course_without_a_source(tmp_path):
    assert refused(grader("release", "--course", tmp_path), "source/NAME/NAME.ipynb")


def test_no_such_course(tmp_path):
    assert refused(grader("release", "--course", tmp_path / "none"), "no such folder")


@pytest.mark.parametrize("command", ["autograde", "release"])
def test_locked_gradebook_is_said_in_a_sentence(course, command):
    hand_in.put(course, "ada", hand_in.answer(course, "en", hand_in.RIGHT))
    with sqlite3.connect(course / "gradebook.db", isolation_level=None) as book:
        book.execute("BEGIN IMMEDIATE")
        said = grader(command, "--course", course, GRADEBOOK_PATIENCE="0.3")
        book.execute("ROLLBACK")
    assert refused(said, "another program holds it", "다른 프로그램이 성적부를")
    assert not (course / "autograded").exists()


def test_a_gradebook_that_is_none(course):
    (course / "gradebook.db").write_text("no database" * 100)
    assert refused(grader("release", "--course", course), "성적부 파일이 아닙니다")


def test_tests_that_changed_after_the_release_are_refused(course):
    hand_in.put(course, "ada", hand_in.answer(course, "en", hand_in.RIGHT))
    notebook = small_course.source_notebook()
    hand_in.cell_of(notebook, "01-double-three").metadata.nbgrader["points"] = 5
    small_course.write_source(course, notebook)
    said = grader("autograde", "--course", course)
    assert refused(said, "01-double-three", "배포한 뒤에 검사가 바뀌었습니다")


def test_a_missing_student_is_empty_and_not_zero(course):
    hand_in.put(course, "ada", hand_in.answer(course, "en", None))
    assert grader("autograde", "--course", course).returncode == 0
    with sqlite3.connect(course / "gradebook.db") as book:
        book.execute("INSERT INTO student (id) VALUES ('bora')")
    assert grader("export", "--course", course).returncode == 0
    ada, bora = (course / "exports" / f"{NAME}.csv").read_text("utf-8-sig").splitlines()[1:]
    assert ada.startswith("ada,,en,graded,0,0,0,0,")
    assert bora.startswith("bora,,,missing,,,,,제출하지 않았습니다")


def nbgrader(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run nbgrader's own command in a course folder."""
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_plain_nbgrader_commands_work_with_our_settings(course):
    for command in ("generate_assignment", "autograde", "generate_feedback"):
        if command == "autograde":
            path = course / "release" / NAME / f"{NAME}.ipynb"
            text = path.read_text(encoding="utf-8")
            hand_in.put(course, "ada", text.replace("raise NotImplementedError()", "return 2 * x"))
        said = nbgrader(course, command, NAME)
        assert said.returncode == 0, said.stderr
    graded = Class(course, NAME, said)
    assert graded.scores()["ada"]["01-double-negative"] == 3
    assert "secret_argument" not in graded.page("ada")
    said = nbgrader(course, "validate", str(course / "submitted" / "ada" / NAME / f"{NAME}.ipynb"))
    assert "YOUR ANSWER HERE" in said.stdout and "double" not in said.stdout


def test_autograding_nobody_says_where_submissions_are_looked_for(course):
    said = grader("autograde", NAME, "--course", course)
    assert said.returncode == 2
    assert "nothing was handed in" in said.stderr and "제출물이 없습니다" in said.stderr
    assert "STUDENT" in said.stderr and NAME in said.stderr
