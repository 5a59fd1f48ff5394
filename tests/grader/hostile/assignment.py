"""The assignment that all cases answer: a value, a function, and a function that calls another."""

from __future__ import annotations

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tests.grader.small_course import graded, text

NAME = "03-hostile"
ALL = 10.0
SECRETS = ("8128", "secret_argument", "secret_reference", "-7.25", "1234.5", "right_everywhere")

GIVEN = '''import contextlib

import numpy as np


def near(one, other):
    """the same shape and nearly the same values"""
    one, other = np.asarray(one), np.asarray(other)
    return one.shape == other.shape and bool(np.allclose(one, other))


def triple(x):
    """3 x"""
    return 3 * x


@contextlib.contextmanager
def instead(**functions):
    """with instead(f=g): f -> g"""
    before = {name: globals().get(name) for name in functions}
    globals().update(functions)
    try:
        yield
    finally:
        globals().update(before)'''

VALUE = """value = None
### BEGIN SOLUTION
value = 8128
### END SOLUTION"""

DOUBLE = '''def double(x):
    """Return twice x."""
    ### BEGIN SOLUTION
    return x + x
    ### END SOLUTION'''

TOTAL = '''def total(xs):
    """Return the sum of double(x)."""
    ### BEGIN SOLUTION
    return sum(double(x) for x in xs)
    ### END SOLUTION'''

TESTS = {
    "value": {
        "value-perfect": (
            2,
            """# 완전수입니다 / It is the perfect number
### BEGIN HIDDEN TESTS
assert value == 8128, "다른 수입니다 / another number"
### END HIDDEN TESTS""",
        ),
    },
    "double": {
        "double-three": (
            2,
            """# 셋의 두 배 / Twice three
assert double(3) == 6, "두 배가 아닙니다 / it is not twice as much\"""",
        ),
        "double-array": (
            3,
            """# 배열의 두 배 / Twice an array
### BEGIN HIDDEN TESTS
def secret_reference(x):
    return 2 * x


def right_everywhere(x):
    return near(double(x), secret_reference(x))


secret_argument = np.linspace(-7.25, 1234.5, 11)
assert near(double(secret_argument), secret_reference(secret_argument)), "배열 / arrays"
assert all(map(right_everywhere, [secret_argument[:3], secret_argument[2:]])), "부분 / parts"
### END HIDDEN TESTS""",
        ),
    },
    "total": {
        "total-calls": (
            1,
            """# double을 부릅니다 / It calls double
with instead(double=triple):
    assert near(total([1.0, 2.0]), 9.0), "double을 불렀나요? / is double called?\"""",
        ),
        "total-unchanged": (
            2,
            """# 받은 목록은 그대로입니다 / The given list stays as it is
### BEGIN HIDDEN TESTS
secret_argument = [np.array([1.5, -7.25]), np.array([3.0, 1234.5])]
with instead(double=triple):
    found = total(secret_argument)
assert near(found, [13.5, 3681.75]), "합이 다릅니다 / another sum"
assert near(secret_argument[0], [1.5, -7.25]) and len(secret_argument) == 2, "고쳤습니다 / changed"
### END HIDDEN TESTS""",
        ),
    },
}
RIGHT = {
    "value": "value = 8128",
    "double": "def double(x):\n    return 2 * x",
    "total": "def total(xs):\n    return sum(double(x) for x in xs)",
}
WRONG = {
    "value": "value = 0",
    "double": "def double(x):\n    return 0",
    "total": "def total(xs):\n    return 0",
}
SOLUTIONS = {"value": VALUE, "double": DOUBLE, "total": TOTAL}


def source_notebook() -> nbformat.NotebookNode:
    """Return the source."""
    cells = [text("ko", "# 시험 과제"), text("en", "# A test assignment")]
    cells.append(new_code_cell(GIVEN, metadata=graded("given", locked=True)))
    for question, tests in TESTS.items():
        cells += [text("ko", f"## {question} 문항"), text("en", f"## Question {question}")]
        cells.append(new_code_cell(SOLUTIONS[question], metadata=graded(question, solution=True)))
        for key, (points, source) in tests.items():
            facts = graded(key, grade=True, locked=True, points=points)
            cells.append(new_code_cell(source, metadata={**facts, "question": question}))
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def cell_of(notebook, key: str):
    """Return the cell with a grade id."""
    return next(
        one for one in notebook.cells if one.metadata.get("nbgrader", {}).get("grade_id") == key
    )


def fill(notebook, answers: dict[str, str]):
    """Fill answers into a release and return it."""
    for key, source in answers.items():
        cell_of(notebook, key).source = source
    return notebook


def scratch(notebook, source: str, behind: str | None = None):
    """Add a cell of the student's own, at the end or behind another."""
    cell = new_code_cell(source)
    place = notebook.cells.index(cell_of(notebook, behind)) + 1 if behind else len(notebook.cells)
    notebook.cells.insert(place, cell)
    return notebook


def note(source: str):
    """Return a Markdown cell."""
    return new_markdown_cell(source)
