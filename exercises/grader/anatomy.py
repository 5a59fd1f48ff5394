"""What an assignment consists of, read from its source: questions, tests, and what is secret."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from .words import LANGUAGES, half

REGIONS = ("SOLUTION", "HIDDEN TESTS", "MARK SCHEME")


@dataclass(frozen=True)
class Test:
    """One graded test cell."""

    id: str
    points: float
    idea: dict[str, str]  # its first line, in both languages
    hidden: bool
    source: str


@dataclass
class Question:
    """One answer of a student: the cell that is filled in and the tests that look at it."""

    id: str
    tests: list[Test] = field(default_factory=list)
    by_hand: float | None = None  # points that a person gives

    @property
    def points(self) -> float:
        return sum(test.points for test in self.tests) + (self.by_hand or 0)


@dataclass
class Anatomy:
    """An assignment as its source describes it."""

    name: str
    questions: list[Question]
    secrets: frozenset[str]
    cells: dict[str, nbformat.NotebookNode]  # every nbgrader cell of the source, in order
    plain: frozenset[str] = frozenset()  # the other code cells of the source
    withheld: tuple[str, ...] = ()  # names of rnnkit that students must not use

    def tests(self) -> dict[str, tuple[Question, Test]]:
        """Return every test by its grade id, with its question."""
        return {test.id: (one, test) for one in self.questions for test in one.tests}


def facts(cell) -> dict:
    """Return what nbgrader knows of a cell."""
    found = cell.metadata.get("nbgrader")
    return found if isinstance(found, dict) else {}


def grade_id(cell) -> str | None:
    """Return a cell's grade id, or None."""
    return facts(cell).get("grade_id")


def is_grade(cell) -> bool:
    """Tell whether a cell has points."""
    return bool(facts(cell).get("grade"))


def is_solution(cell) -> bool:
    """Tell whether a student fills a cell in."""
    return bool(facts(cell).get("solution"))


def is_task(cell) -> bool:
    """Tell whether a cell is one of nbgrader's tasks, graded by hand as a whole."""
    return bool(facts(cell).get("task"))


def is_test(cell) -> bool:
    """Tell whether a cell is an automatic test."""
    return is_grade(cell) and not is_solution(cell)


def regions(source: str) -> dict[str, list[str]]:
    """Split a cell into what is released (key '') and the lines of each withheld region."""
    parts: dict[str, list[str]] = {name: [] for name in ("", *REGIONS)}
    inside = ""
    for line in source.split("\n"):
        begins = [name for name in REGIONS if f"BEGIN {name}" in line]
        ends = [name for name in REGIONS if f"END {name}" in line]
        if begins or ends:
            inside = begins[0] if begins else ""
        else:
            parts[inside].append(line)
    return parts


def idea_of(source: str) -> dict[str, str]:
    """Return a test's first line in both languages; empty when it is no comment."""
    first = source.lstrip().partition("\n")[0]
    text = first.lstrip("# ").strip() if first.startswith("#") else ""
    return {language: half(text, language) for language in LANGUAGES}


def secret_lines(cells) -> frozenset[str]:
    """Return the lines that no student may read, without those that the release shows anyway."""
    secret, shown = set(), set()
    for cell in cells:
        parts = regions(cell.source)
        whole = is_solution(cell) and not parts["SOLUTION"]  # nbgrader replaces the whole cell
        (secret if whole else shown).update(line.strip() for line in parts[""])
        for name in REGIONS:
            marks = [line for line in cell.source.split("\n") if f"BEGIN {name}" in line]
            secret.update(line.strip() for line in marks + parts[name])
    open_text = "\n".join(shown)
    return frozenset(line for line in secret if line not in open_text and not is_trivial(line))


def is_trivial(line: str) -> bool:
    """Tell whether a line is too common to give anything away."""
    return len(re.sub(r"\W", "", line)) < 8 or line.strip() in {"raise NotImplementedError()"}


def withheld(cells) -> tuple[str, ...]:
    """Return the names of rnnkit that the given cells withhold, as ``withhold("LSTM", …)``."""
    calls = [
        node
        for cell in cells
        if cell.cell_type == "code" and "withhold(" in cell.source
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "withhold"
    ]
    return tuple(one.value for call in calls for one in call.args)


def read(path: Path) -> Anatomy:
    """Read the anatomy of an assignment from its source notebook."""
    return of_notebook(nbformat.read(path, as_version=4), path.stem)


def of_notebook(notebook, name: str) -> Anatomy:
    """Return the anatomy of a source notebook."""
    questions: dict[str, Question] = {}
    cells, answer = {}, None
    for cell in notebook.cells:
        key = grade_id(cell)
        if not key:
            continue
        cells[key] = cell
        if is_solution(cell):
            answer = key
            questions[key] = Question(key)
            if is_grade(cell):
                questions[key].by_hand = float(cell.metadata.nbgrader.points)
        elif is_grade(cell):
            owner = cell.metadata.get("question") or answer or key
            questions.setdefault(owner, Question(owner)).tests.append(test_of(cell, key))
    asked = [one for one in questions.values() if one.tests or one.by_hand is not None]
    plain = {cell.source.strip() for cell in notebook.cells if not grade_id(cell)}
    secrets = secret_lines(notebook.cells)
    return Anatomy(name, asked, secrets, cells, frozenset(plain), withheld(notebook.cells))


def test_of(cell, key: str) -> Test:
    """Describe one test cell."""
    points = float(cell.metadata.nbgrader.get("points", 0))
    hidden = bool(regions(cell.source)["HIDDEN TESTS"])
    return Test(key, points, idea_of(cell.source), hidden, cell.source)
