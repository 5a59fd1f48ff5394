"""Look at what was handed in before anything runs: is it a notebook of this assignment at all?"""

from __future__ import annotations

import copy
import json
import logging
import warnings
from pathlib import Path

import nbformat

from . import anatomy
from .clock import Clock, Moment
from .course import Course
from .faults import FaultError

LOG = logging.getLogger("exercises.grader")
LARGEST = 100_000_000  # bytes


def students(course: Course, assignment: str) -> list[str]:
    """Return the ids of those who handed something in for an assignment."""
    folder = course.root / course.directory().submitted_directory
    if not folder.is_dir():
        return []
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.is_dir() and not path.name.startswith(".") and (path / assignment).is_dir()
    )


def find(course: Course, assignment: str, student: str) -> Path:
    """Return the submitted notebook.

    Raises
    ------
    FaultError
        If it is missing, has another name, is no file, or is too large.
    """
    path = course.notebook("submitted", assignment, student)
    refuse_rejected(path.parent / "rejected.json", assignment)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise FaultError("not_a_file", assignment, path.name)
    if not path.exists():
        others = sorted(one.name for one in path.parent.glob("*.ipynb"))
        raise FaultError("wrong_name" if others else "no_notebook", assignment, ", ".join(others))
    if path.stat().st_size > LARGEST:
        raise FaultError("too_large", assignment, f"{path.stat().st_size / 1e6:.0f} MB")
    return path


def handed_in(course: Course, assignment: str, student: str) -> Moment | None:
    """Return when a submission was handed in, from its timestamp.txt; None if it doesn't say."""
    path = course.folder("submitted", assignment, student) / "timestamp.txt"
    if path.is_symlink() or not path.is_file():
        return None
    text = path.read_bytes()[:200].decode("utf-8-sig", errors="replace").strip()
    try:
        said = Clock(config=course.config).read(text) if text else None
    except ValueError as error:
        LOG.warning("%s: timestamp.txt: %s", student, error)
        return None
    if said and not said.zoned:
        LOG.warning("%s: timestamp.txt names no zone; read as the course's", student)
    return said


def refuse_rejected(path: Path, assignment: str) -> None:
    """Raise why `collect` took no notebook: what was handed in before does not count instead."""
    if path.is_file() and not path.is_symlink():
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
            fault = FaultError(said["code"], assignment, str(said["given"]))
            fault.what("en")
        except (ValueError, KeyError, TypeError, OSError):
            return  # a student's own file of that name
        raise fault


def read(path: Path, assignment: str, wanted) -> nbformat.NotebookNode:
    """Read a submitted notebook.

    Raises
    ------
    FaultError
        If it is empty, no JSON, no notebook, or another assignment's.
    """
    data = path.read_bytes()
    if not data.strip():
        raise FaultError("empty", assignment, "0 B")
    try:
        form = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FaultError("not_json", assignment, str(error)[:120]) from None
    if not isinstance(form, dict) or not isinstance(
        form.get("cells", form.get("worksheets")), list
    ):
        raise FaultError("not_a_notebook", assignment, data[:40].decode(errors="replace"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            notebook = nbformat.reads(json.dumps(orderly(form)), as_version=4)
            nbformat.validate(without_outputs(notebook))
            found = {anatomy.grade_id(cell) for cell in notebook.cells}
    except Exception as error:  # nbformat raises many kinds for what is no notebook
        text = str(error).strip() or type(error).__name__
        raise FaultError("not_a_notebook", assignment, text.split("\n")[0][:120]) from None
    if not found & set(wanted):
        raise FaultError("another_assignment", assignment, f"cells / 셀: {len(notebook.cells)}")
    return notebook


def orderly(form: dict) -> dict:
    """Return a notebook whose cells have metadata of the types that a notebook has."""
    cells = form.get("cells")
    for cell in cells if isinstance(cells, list) else ():
        facts = cell.get("metadata") if isinstance(cell, dict) else None
        if isinstance(facts, dict):
            if not isinstance(facts.get("nbgrader", {}), dict):
                del facts["nbgrader"]
            if not isinstance(facts.get("tags", []), list):
                del facts["tags"]
            if isinstance(cell.get("outputs"), list):
                cell["outputs"] = []  # they are thrown away anyway, however large and odd
    return form


def without_outputs(notebook):
    """Return a copy without outputs: they are thrown away anyway, however odd they are."""
    bare = copy.deepcopy(notebook)
    for cell in bare.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return bare
