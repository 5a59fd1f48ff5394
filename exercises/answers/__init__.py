"""Named answers: notebooks that a class might hand in, and the points that each must earn.

An answer is one small file, ``answers/ASSIGNMENT/NAME.py`` (``.txt`` where it is no valid Python):

    "M17: every step starts from the initial state."
    LANGUAGE = "en"                 # which release the student takes
    STUDENT = "Ada Byron"           # shown in the sample class
    EARNS = 19                      # points that the tests must give; the written answer is apart
    FAILS = ["02-unfold-chain"]     # the test cells that give none; every other gives all
    BASED_ON = "correct"            # answers to the other questions; without it they stay blank
    DIAGNOSIS = {"02-unfold": "M17"}  # the mistake that must be named; "M17 M09" where it is two
    DELETED = []                    # cells that the student deleted, by grade id

    # %% 02-unfold
    def unfold(x, h0, W, U, b):
        ...

Each ``# %% ID`` block replaces the whole solution cell with that grade id; in a block
``# %% [markdown] ID`` the leading ``# `` of each line is dropped.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "source"
_BLOCK = re.compile(r"^# %% (?P<markdown>\[markdown\] )?(?P<id>\S+) *$", re.MULTILINE)
_SETTINGS = {"LANGUAGE", "STUDENT", "EARNS", "FAILS", "BASED_ON", "DIAGNOSIS", "DELETED"}


@dataclass(frozen=True)
class Answer:
    """One named answer; `points` says what each autograded test cell must give."""

    name: str
    text: str
    language: str
    student: str
    earns: float
    fails: tuple[str, ...]
    diagnosis: dict[str, str] = field(default_factory=dict)
    deleted: tuple[str, ...] = ()
    cells: dict[str, str] = field(default_factory=dict)
    points: dict[str, float] = field(default_factory=dict)


def load(assignment: str) -> dict[str, Answer]:
    """Return the named answers of an assignment, in the order of their names.

    Raises
    ------
    ValueError
        If a file has an unknown setting, no such cell, or is based on an unknown answer.
    """
    notebook = nbformat.read(SOURCE / assignment / f"{assignment}.ipynb", as_version=4)
    worth, writable = points_of(notebook), solution_ids(notebook)
    paths = sorted((HERE / assignment).glob("*.py")) + sorted((HERE / assignment).glob("*.txt"))
    parts = {path.stem: split(path) for path in sorted(paths, key=lambda path: path.stem)}
    answers = {name: build(name, parts, worth) for name in parts}
    for answer in answers.values():
        unknown = [*(set(answer.cells) - writable), *(set(answer.fails) - set(worth))]
        if unknown:
            raise ValueError(f"answer {answer.name}: no such cell in {assignment}: {unknown}")
    return answers


def split(path: Path) -> tuple[str, dict, dict[str, str]]:
    """Return a file's first sentence, its settings and its cells."""
    text = path.read_text(encoding="utf-8")
    marks = list(_BLOCK.finditer(text))
    head = ast.parse(text[: marks[0].start() if marks else None])
    settings = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in head.body
        if isinstance(node, ast.Assign)
    }
    if unknown := set(settings) - _SETTINGS:
        raise ValueError(f"answer {path.name}: unknown setting {sorted(unknown)}")
    ends = [mark.start() for mark in marks] + [len(text)]
    cells = {}
    for mark, end in zip(marks, ends[1:], strict=True):
        body = text[mark.end() : end].strip("\n")
        cells[mark["id"]] = re.sub(r"^# ?", "", body, flags=re.M) if mark["markdown"] else body
    return ast.get_docstring(head) or "", settings, cells


def build(name: str, parts: dict, worth: dict[str, float]) -> Answer:
    """Complete one answer with the cells of the answer that it is based on."""
    text, settings, cells = parts[name]
    base = settings.get("BASED_ON")
    if base is not None and base not in parts:
        raise ValueError(f"answer {name}: based on {base!r}, expected one of {sorted(parts)}")
    fails = tuple(settings["FAILS"])
    return Answer(
        name,
        text,
        settings["LANGUAGE"],
        settings["STUDENT"],
        settings["EARNS"],
        fails,
        settings.get("DIAGNOSIS", {}),
        tuple(settings.get("DELETED", ())),
        {**(parts[base][2] if base else {}), **cells},
        {test: 0.0 if test in fails else points for test, points in worth.items()},
    )


def apply(answer: Answer, notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Fill an answer into a released notebook, in place, and return it."""
    notebook.cells = [cell for cell in notebook.cells if grade_id(cell) not in answer.deleted]
    for cell in notebook.cells:
        cell.source = answer.cells.get(grade_id(cell), cell.source)
    return notebook


def grade_id(cell) -> str:
    """Return a cell's grade id, or nothing."""
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def points_of(notebook) -> dict[str, float]:
    """Return the points of each autograded test cell by grade id."""
    facts = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
    return {
        fact["grade_id"]: float(fact["points"])
        for fact in facts
        if fact.get("grade") and not fact.get("solution")
    }


def solution_ids(notebook) -> set[str]:
    """Return the grade ids of the cells that a student fills in."""
    facts = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
    return {fact["grade_id"] for fact in facts if fact.get("solution")}
