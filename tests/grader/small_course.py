"""A course of one tiny assignment, for tests that need a source of their own to break."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

NAME = "01-small"

DOUBLE = '''def double(x):
    """Return twice x."""
    ### BEGIN SOLUTION
    doubled_value = x + x
    return doubled_value
    ### END SOLUTION'''

VISIBLE = """# 두 배입니다 / It doubles
assert double(3) == 6, "두 배가 아닙니다 / it is not twice as much\""""

HIDDEN = """# 음수도 두 배입니다 / Negative numbers too
assert double(0) == 0
### BEGIN HIDDEN TESTS
secret_argument = -21
assert double(secret_argument) == -42, "음수를 잊었나요? / were negative numbers forgotten?"
### END HIDDEN TESTS"""

WRITTEN = """왜 그럴까요? / Why is it so?
### BEGIN MARK SCHEME
names commutativity: one whole point
### END MARK SCHEME"""


def graded(key: str, **facts) -> dict:
    """Return the metadata of a cell that nbgrader knows."""
    known = {"grade": False, "solution": False, "locked": False, "task": False}
    return {"nbgrader": {**known, "grade_id": key, "schema_version": 3, **facts}}


def test_cell(key: str, source: str, question: str = "01-double", points: float = 2):
    """Return a test cell."""
    facts = graded(key, grade=True, locked=True, points=points)
    return new_code_cell(source, metadata={**facts, "question": question})


def text(language: str, source: str):
    """Return one half of a twin."""
    return new_markdown_cell(source, metadata={"tags": [language]})


def source_notebook() -> nbformat.NotebookNode:
    """Return the bilingual source of the tiny assignment."""
    cells = [
        text("ko", "# 작은 과제\n\n두 배를 계산합니다."),
        text("en", "# A small assignment\n\nCompute twice a number."),
        text("ko", "## 두 배"),
        text("en", "## Twice"),
        new_code_cell(DOUBLE, metadata=graded("01-double", solution=True)),
        test_cell("01-double-three", VISIBLE),
        test_cell("01-double-negative", HIDDEN, points=3),
        text("ko", "## 설명"),
        text("en", "## Explanation"),
        new_markdown_cell(WRITTEN, metadata=graded("01-why", solution=True, grade=True, points=4)),
    ]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def write_source(folder: Path, notebook: nbformat.NotebookNode | None = None) -> Path:
    """Write the source into a course folder; return its place."""
    path = folder / "source" / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook or source_notebook(), path)
    return path
