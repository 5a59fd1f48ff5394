"""First step of autograding: make the submitted cells the assignment's cells again.

nbgrader trusts the cells' metadata. Here they are matched to the source by grade id, and take
their metadata from it: a missing point value or a tag that skips a test does no harm, a deleted
cell is put back where it stood, a copied one does not count twice.
"""

from __future__ import annotations

import copy
import difflib
import hashlib
from pathlib import Path

import nbformat
from nbformat.corpus.words import generate_corpus_id
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution

from . import anatomy, flags
from .words import language_of_notebook


def sha256(path: Path) -> str:
    """Return the hash that ties a grade to a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def version_of(source) -> str:
    """Return the version of an assignment: a hash over what its cells say and are worth."""
    said = "\0".join(
        f"{cell.cell_type}\0{cell.source}\0{cell.metadata.get('nbgrader')}" for cell in source.cells
    )
    return hashlib.sha256(said.encode()).hexdigest()


class MendCells(NbGraderPreprocessor):
    """Match a submission's cells to the source, and note what had to be repaired."""

    def preprocess(self, nb, resources):
        names = resources["nbgrader"]
        coursedir = self.parent.parent.coursedir
        folder = Path(coursedir.format_path(coursedir.source_directory, ".", names["assignment"]))
        source = nbformat.read(folder / f"{names['notebook']}.ipynb", as_version=4)
        submitted = Path(resources["metadata"]["path"]) / f"{names['notebook']}.ipynb"
        wanted = anatomy.of_notebook(source, names["notebook"]).cells
        mend(nb, wanted, self.released(names))
        facts = {"submission": sha256(submitted), "version": version_of(source)}
        nb.metadata["grading"] |= facts
        return nb, resources

    def released(self, names) -> dict[str, str]:
        """Return each cell's text as the gradebook holds it: without solutions."""
        with Gradebook(names["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(names["notebook"], names["assignment"])
            return {cell.name: cell.source for cell in notebook.source_cells}


def mend(nb, wanted, released: dict[str, str]) -> None:
    """Make the submitted cells the assignment's, and note in the metadata what was repaired.

    Parameters
    ----------
    nb : NotebookNode
        Changed in place.
    wanted : dict
        The source's cells by grade id.
    released : dict
        Their text as released.
    """
    flagged = flags.of_cells(nb, wanted)
    copied = take_metadata(nb, wanted)
    deleted = put_back(nb, wanted, released)
    flagged += [{"what": "moved", "cell": key} for key in in_order(nb, wanted)]
    unique_ids(nb)
    nb.metadata["grading"] = {
        "language": language_of_notebook(nb),
        "copied": copied,
        "deleted": deleted,
        "flags": flagged,
    }


def take_metadata(nb, wanted) -> list[str]:
    """Give each known cell its source's metadata; return the ids that came twice."""
    seen, copied = set(), []
    for cell in reversed(nb.cells):  # the last copy is the one that counts, as in nbgrader
        key = anatomy.grade_id(cell)
        cell.metadata.pop("nbgrader", None)
        if key in wanted and key not in seen:
            cell.metadata = copy.deepcopy(wanted[key].metadata)
            retype(cell, wanted[key].cell_type)
            seen.add(key)
        elif key in wanted:
            copied.append(key)
    return sorted(set(copied))


def put_back(nb, wanted, released: dict[str, str]) -> list[str]:
    """Insert deleted cells behind the one that stood before them; return their ids."""
    place = {anatomy.grade_id(cell): cell for cell in nb.cells if anatomy.grade_id(cell)}
    deleted, before = [], None
    for key, cell in wanted.items():
        if key not in place:
            place[key] = copy.deepcopy(cell)
            place[key].source = released[key]
            index = next((i for i, one in enumerate(nb.cells) if one is before), -1)
            nb.cells.insert(index + 1, place[key])
            if is_grade(cell) or is_solution(cell):
                deleted.append(key)
        before = place[key]
    return deleted


def unique_ids(nb) -> None:
    """Give a new id to each cell that has another's."""
    seen = set()
    for cell in nb.cells:
        if cell.get("id") in seen:
            cell["id"] = generate_corpus_id()
        seen.add(cell.get("id"))


def retype(cell, kind: str) -> None:
    """Make a cell what it is in the source: code, or text."""
    if cell.cell_type == kind:
        return
    cell.cell_type = kind
    if kind == "code":
        cell.outputs, cell.execution_count = [], None
    else:
        for name in ("outputs", "execution_count"):
            cell.pop(name, None)


def in_order(nb, wanted) -> list[str]:
    """Put known cells into the source's order; a student's own cells stay behind their neighbours.

    Returns
    -------
    list of str
        Those that had been moved.
    """
    groups, key = {None: []}, None
    for cell in nb.cells:
        found = anatomy.grade_id(cell)
        key = found if found in wanted else key
        groups.setdefault(key, []).append(cell)
    before = [key for key in groups if key is not None]
    after = [key for key in wanted if key in groups]
    nb.cells = [cell for key in (None, *after) for cell in groups[key]]
    return moved_in(before, after)


def moved_in(before: list[str], after: list[str]) -> list[str]:
    """Return what must have been moved to turn one order into the other, and no more."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    blocks = matcher.get_matching_blocks()
    kept = {key for one in blocks for key in before[one.a : one.a + one.size]}
    return [key for key in after if key not in kept]
