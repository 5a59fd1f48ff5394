"""What the tests of exercises read: the assignments, their cells, and what each answer earns.

NumPy, nbformat and rnnkit only: an author without nbgrader can run these tests.
"""

from __future__ import annotations

import ast
import copy
import fcntl
import functools
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import numpy as np

from exercises import answers

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "exercises" / "source"
ASSIGNMENTS = sorted(
    path.name for path in SOURCE.iterdir() if (path / f"{path.name}.ipynb").exists()
)
PLAYED = ROOT / "_build" / "played"
STUB = "raise NotImplementedError()"
_REGION = re.compile(r"^( *)### BEGIN SOLUTION.*?### END SOLUTION *$", re.DOTALL | re.MULTILINE)
_HIDDEN = re.compile(r"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS", re.DOTALL)
_DEF = re.compile(r"^def (\w+)\(", re.MULTILINE)


def path_of(assignment: str) -> Path:
    """Return the place of an assignment's source."""
    return SOURCE / assignment / f"{assignment}.ipynb"


@functools.cache
def source(assignment: str) -> nbformat.NotebookNode:
    """Return the source of an assignment; callers don't change it."""
    return nbformat.read(path_of(assignment), as_version=4)


def facts(cell) -> dict:
    """Return what nbgrader knows of a cell."""
    return cell.metadata.get("nbgrader", {})


def tests_of(assignment: str) -> list:
    """Return the autograded test cells."""
    return [one for one in source(assignment).cells if is_test(one)]


def is_test(cell) -> bool:
    """Tell whether a cell is an autograded test."""
    return bool(facts(cell).get("grade")) and not facts(cell).get("solution")


def solutions_of(assignment: str) -> dict[str, str]:
    """Return the code cells that a student fills in, by grade id."""
    return {
        facts(one)["grade_id"]: one.source
        for one in source(assignment).cells
        if facts(one).get("solution") and one.cell_type == "code"
    }


def functions_of(assignment: str) -> dict[str, str]:
    """Return the name of the function that each question asks for."""
    found = {key: _DEF.search(stub(text)) for key, text in solutions_of(assignment).items()}
    return {key: match[1] for key, match in found.items() if match}


def stub(text: str) -> str:
    """Return a solution cell as a student gets it."""
    return _REGION.sub(rf"\1{STUB}", text)


def released(assignment: str) -> nbformat.NotebookNode:
    """Return the notebook that a student fills in, with the tests of the source."""
    notebook = copy.deepcopy(source(assignment))
    for cell in notebook.cells:
        if facts(cell).get("solution"):
            cell.source = stub(cell.source)
    return notebook


def as_released(assignment: str) -> nbformat.NotebookNode:
    """Return the notebook as a student has it: without hidden tests and the other stubs."""
    notebook = released(assignment)
    for cell in notebook.cells:
        cell.source = _HIDDEN.sub("", cell.source)
    return notebook


def assertions(text: str) -> list[ast.Assert]:
    """Return the assertions of a cell in the order in which they stand."""
    found = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Assert)]
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))


def without_each_assertion(text: str) -> list[list[tuple[str, str]]]:
    """Return, for each assertion of a test cell, pairs of texts with it and without it.

    The first pair is the whole cell. An assertion that students see has a second one, the cell as
    they see it: there it may matter although a hidden one behind it says the same.
    """
    shown = _HIDDEN.sub(lambda match: "\n" * match[0].count("\n"), text)  # lines keep their numbers
    seen = {node.lineno for node in assertions(shown)}
    places = [node.lineno for node in assertions(text)]
    return [
        [(one, without(one, line)) for one in (text, shown)[: 1 + (line in seen)]]
        for line in places
    ]


def without(text: str, line: int) -> str:
    """Return a cell without the assertion that begins at a line."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and node.lineno == line:
            node.test, node.msg = ast.Constant(True), None
    return ast.unparse(ast.fix_missing_locations(tree))


def job_of(assignment: str, answer: answers.Answer) -> dict:
    """Describe an answer's notebook for `play`; deleted cells are put back as released."""
    kept = released(assignment)
    filled = {cell.id: cell.source for cell in answers.apply(answer, copy.deepcopy(kept)).cells}
    cells = [
        {
            "id": facts(cell).get("grade_id", cell.id),
            "kind": "test" if is_test(cell) else "other",
            "question": cell.metadata.get("question", ""),
            "source": cell.source if is_test(cell) else filled.get(cell.id, cell.source),
            "variants": without_each_assertion(cell.source) if is_test(cell) else [],
        }
        for cell in kept.cells
        if cell.cell_type == "code"
    ]
    return {
        "assignment": assignment,
        "cells": cells,
        "with_mistakes": answer.name == "correct",
    }


@functools.cache
def played(assignment: str) -> dict[str, dict | None]:
    """Return what happened to each named answer; the whole class plays once, and after a change."""
    place = PLAYED / f"{assignment}-{version(assignment)}.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    with (place.parent / f"{assignment}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # other workers of the same run wait for it
        if not place.exists():
            for old in place.parent.glob(f"{assignment}-*.json"):
                old.unlink()
            place.write_text(json.dumps(play(assignment)), encoding="utf-8")
        return json.loads(place.read_text(encoding="utf-8"))


def version(assignment: str) -> str:
    """Return a hash of everything that decides what happens to an assignment's answers."""
    parts = ["rnnkit", "exercises/mistakes", "exercises/running.py"]
    parts += [f"exercises/{kind}/{assignment}" for kind in ("source", "answers")]
    parts += [f"tests/exercises/{name}" for name in ("play.py", "course.py", "styles")]
    found = hashlib.sha256(sys.version.encode() + np.__version__.encode())
    for part in parts:
        place = ROOT / part
        for path in sorted(place.rglob("*.*")) if place.is_dir() else [place]:
            if "__pycache__" not in path.parts and path.is_file():
                found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:12]


def play(assignment: str) -> dict[str, dict | None]:
    """Play every named answer in a process of its own."""
    jobs = {name: job_of(assignment, one) for name, one in answers.load(assignment).items()}
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.exercises.play"],
        cwd=ROOT,
        input=json.dumps(jobs),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=900,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
