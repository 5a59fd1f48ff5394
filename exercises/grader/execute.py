"""Run a submission: the student's cells in the player, the tests in the judge, no kernel."""

from __future__ import annotations

import time
from pathlib import Path

import nbformat
from nbformat.v4 import new_output
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Integer, List, Unicode

from . import anatomy, beside
from .courts import COURTS
from .player.limits import Limits

TIMED_OUT, ENDED = "CellTimeoutError", "DeadKernelError"


def has_error(cell) -> bool:
    """Tell whether a cell ended in an exception; what it wrote to stderr is no matter."""
    return any(output.output_type == "error" for output in cell.get("outputs", ()))


def ended_with(cell, name: str) -> bool:
    """Tell whether a cell was stopped: `TIMED_OUT`, or `ENDED` when it ended its process."""
    return any(output.get("ename") == name for output in cell.get("outputs", ()))


class ExecuteAnswers(NbGraderPreprocessor):
    """Stands where nbgrader runs a kernel, and leaves what a kernel would leave: outputs."""

    sandbox = Bool(True, help="Confine students' code with bubblewrap.").tag(config=True)
    timeout = Integer(30, help="Seconds that one cell may run.").tag(config=True)
    second_timeout = Integer(
        5, help="Seconds for further tests of a question of which one ran out of time."
    ).tag(config=True)
    total = Integer(600, help="Seconds that one submission may run.").tag(config=True)
    probe_seconds = Integer(5, help="Seconds for the diagnosis of one question.").tag(config=True)
    max_output = Integer(1_000_000, help="Characters that one cell may print.").tag(config=True)
    memory = Integer(2048, help="MB that a student's code may use.").tag(config=True)
    processes = Integer(256, help="Processes and threads of one student.").tag(config=True)
    warm = List(
        Unicode(),
        ["matplotlib.pyplot"],
        help="Modules that are imported before the first student, if they are installed.",
    ).tag(config=True)
    fork = Bool(
        True,
        help="Ask the tests of each question in a fresh copy of the student's process. "
        "An assignment of TensorFlow says `fork: false` in its notebook's metadata: "
        "TensorFlow does not survive a fork.",
    ).tag(config=True)

    def preprocess(self, nb, resources):
        names, coursedir = resources["nbgrader"], self.parent.parent.coursedir
        folder = Path(coursedir.format_path(coursedir.source_directory, ".", names["assignment"]))
        source = nbformat.read(folder / f"{names['notebook']}.ipynb", as_version=4)
        return self.run(nb, resources, resources["metadata"]["path"], source, folder)

    def run(self, nb, resources, folder=None, source=None, given=None):
        """Execute every cell.

        Parameters
        ----------
        nb : NotebookNode
            The cells to run, changed in place.
        folder, given : path-like, optional
            Where the student's and the teacher's files beside the notebooks are.
        source : NotebookNode, optional
            The source, from which tests and given cells are taken; by default `nb` itself.
        """
        source = source or nb
        names = resources.get("nbgrader", {})
        cells = [cell for cell in nb.cells if cell.cell_type == "code"]
        job = self.job(cells, source, names)
        job["files"] = beside.files(folder, given)
        court = COURTS.open(source, given, self.limits(), self.sandbox, self.warm)
        job["in_place"] = [] if source is nb else court.in_place(self.model(source, given), 600)
        start = time.monotonic()
        found = court.judge(job, self.total + 120)
        for cell, outputs in zip(cells, found["outputs"], strict=True):
            cell.outputs = [new_output(**one) for one in outputs]
            cell.execution_count = None
        said = nb.metadata.setdefault("grading", {})
        said["findings"], said["events"] = found["findings"], found["events"]
        said["seconds"] = round(time.monotonic() - start, 3)
        return nb, resources

    def model(self, source, given) -> dict:
        """Describe the trial of the source on its own solution."""
        cells = [cell for cell in source.cells if cell.cell_type == "code"]
        return {**self.job(cells, source, {}), "files": beside.files(given), "fresh": False}

    def limits(self) -> Limits:
        """Return what a student's processes may use."""
        wanted = {"memory": self.memory, "processes": self.processes, "output": self.max_output}
        return Limits(**wanted, cpu=self.total)

    def job(self, cells, source, names) -> dict:
        """Describe a trial as plain data."""
        wanted = {anatomy.grade_id(one): one for one in source.cells if anatomy.grade_id(one)}
        fork = source.metadata.get("fork", self.fork)
        return {
            "cells": [cell_of(cell, wanted.get(anatomy.grade_id(cell))) for cell in cells],
            "sources": [one.source for one in source.cells if one.cell_type == "code"],
            "model": False,
            "assignment": names.get("assignment", ""),
            "student": names.get("student", ""),
            "seconds": self.timeout,
            "second_seconds": self.second_timeout,
            "probe_seconds": self.probe_seconds,
            "total": self.total,
            "fresh": bool(fork),
            "limits": self.limits().facts(),
        }


def cell_of(cell, wanted) -> dict:
    """Describe one cell; whatever the teacher wrote comes from the source and not from `cell`."""
    found = {"id": anatomy.grade_id(cell) or cell.get("id", ""), "kind": "other", "own": ""}
    found |= {"source": cell.source, "question": "", "hidden": False, "fresh": False}
    if wanted is None or wanted.cell_type != "code":
        return found
    found["own"] = wanted.source
    if anatomy.is_test(wanted):
        hidden = bool(anatomy.regions(wanted.source)["HIDDEN TESTS"])
        facts = {"question": wanted.metadata.get("question", "") or found["id"]}
        facts |= {"hidden": hidden, "fresh": bool(wanted.metadata.get("fresh"))}
        return found | facts | {"kind": "test", "source": wanted.source}
    if anatomy.is_solution(wanted):
        return found | {"kind": "answer"}
    if anatomy.facts(wanted).get("locked"):
        return found | {"kind": "given", "source": wanted.source}
    return found
