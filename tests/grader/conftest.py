"""Classes that are graded once and read by many tests, always through the command line."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.grader import hand_in, small_course

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """load_subconfig({settings!r})
c = get_config()
c.ExecuteAnswers.timeout = {timeout}
c.ExecuteAnswers.second_timeout = 1
c.ExecuteAnswers.processes = 64
"""
POINTS = """
    SELECT submitted_assignment.student_id, base_cell.name, auto_score, manual_score
    FROM grade JOIN base_cell ON base_cell.id = grade.cell_id
    JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
    JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
"""


UNCONFINED = [] if sys.platform.startswith("linux") else ["--no-sandbox"]


def grader(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run ``python -m exercises.grader`` as a teacher does, from the project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "exercises.grader", *map(str, arguments), *UNCONFINED],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def settle(folder: Path, timeout: int = 3) -> None:
    """Give a course folder the project's settings with less patience."""
    settings = str(ROOT / "exercises" / "nbgrader_config.py")
    text = SETTINGS.format(settings=settings, timeout=timeout)
    (folder / "nbgrader_config.py").write_text(text, encoding="utf-8")


@dataclass
class Class:
    """A course folder after grading, and what the grader said."""

    root: Path
    name: str
    said: subprocess.CompletedProcess

    def scores(self) -> dict[str, dict[str, float | None]]:
        """Return the autograder's points of each student for each cell, straight from the file."""
        found: dict[str, dict[str, float | None]] = {}
        with sqlite3.connect(self.root / "gradebook.db") as book:
            for student, cell, auto, _ in book.execute(POINTS):
                found.setdefault(student, {})[cell] = auto
        return found

    def page(self, student: str) -> str:
        """Return a student's feedback."""
        place = self.root / "feedback" / student / self.name / f"{self.name}.html"
        return place.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder in which the tiny assignment is released; copy it before use."""
    root = tmp_path_factory.mktemp("released") / "작은 과목 1"
    root.mkdir()
    small_course.write_source(root)
    settle(root)
    said = grader("release", "--course", root)
    assert said.returncode == 0, said.stderr
    return root


@pytest.fixture
def course(released: Path, tmp_path: Path) -> Path:
    """A copy of the released course."""
    return Path(shutil.copytree(released, tmp_path / "course"))


@pytest.fixture(scope="session")
def named_class(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """Grade the sample class of every assignment of the project."""
    root = tmp_path_factory.mktemp("named")
    shutil.copytree(ROOT / "exercises" / "source", root / "source")
    settle(root)
    said = grader("class", "--course", root, "--language", "ko")
    return Class(root / "sample-class", "", said)


@pytest.fixture(scope="session")
def small_class(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Class:
    """Grade good, noisy and broken submissions of the tiny assignment, in a C locale."""
    root = Path(shutil.copytree(released, tmp_path_factory.mktemp("small") / "작은 과목 2"))
    hand_in.everything(root)
    said = grader("class", "--course", root, LANG="C", LC_ALL="C")
    return Class(root, small_course.NAME, said)
