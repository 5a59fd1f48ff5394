"""Run a submission's cells: quietly, in a folder of its own, and no longer than it deserves."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from nbformat.v4 import new_code_cell
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade, is_solution
from traitlets import Integer

from . import anatomy, probe
from .kitchen import KITCHEN

ROOT = Path(__file__).resolve().parent.parent.parent
TIMED_OUT = "CellTimeoutError"


def has_error(cell) -> bool:
    """Tell whether a cell ended in an exception; what it wrote to stderr is no matter."""
    return any(output.output_type == "error" for output in cell.get("outputs", ()))


def timed_out(cell) -> bool:
    """Tell whether a cell was stopped because its time was over."""
    return any(output.get("ename") == TIMED_OUT for output in cell.get("outputs", ()))


@contextmanager
def workspace(folder: str | None):
    """Give a notebook a new folder with copies of the files beside it."""
    with tempfile.TemporaryDirectory(prefix="grading-", ignore_cleanup_errors=True) as new:
        work = Path(new) / "work"
        work.mkdir()
        for path in Path(folder).rglob("*") if folder else ():
            if path.is_file() and not path.is_symlink() and path.suffix != ".ipynb":
                place = work / path.relative_to(folder)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, place)
        yield work


class ExecuteAnswers(Execute):
    """nbgrader's Execute, and then, in the same kernel, a look at what the failed answers do."""

    second_timeout = Integer(
        5, help="Seconds for further tests of a question of which one ran out of time."
    ).tag(config=True)
    max_output = Integer(1_000_000, help="Characters that one cell may print.").tag(config=True)
    probe_seconds = Integer(5, help="Seconds for the diagnosis of one question.").tag(config=True)

    def preprocess(self, nb, resources, km=None):
        ready = KITCHEN.take(nb)
        if ready is not None:
            return ready.result(), resources
        return self.run(nb, resources)

    def run(self, nb, resources, folder: str | None = None):
        """Execute every cell; the notebook's files are copied from `folder`, else from its own."""
        self.owners = {
            anatomy.grade_id(cell): cell.metadata.get("question", "")
            for cell in nb.cells
            if is_grade(cell) and not is_solution(cell)
        }
        self.names = resources.get("nbgrader", {})
        self.slow, self.printed = set(), {}
        self.timeout_func = self.patience
        nb.cells.append(new_code_cell(metadata={"probe": True}))
        beside = folder or resources.get("metadata", {}).get("path")
        try:
            with workspace(beside) as work:
                self.home = work.parent
                inner = {**resources, "metadata": {"path": str(work)}}
                super().preprocess(nb, inner)
        finally:
            last = nb.cells.pop()
        nb.metadata.setdefault("grading", {})["findings"] = probe.findings_in(last)
        return nb, resources

    def start_new_kernel(self, **kwargs):
        """Start the kernel without a person's settings, and with nothing to say in the terminal."""
        environment = {
            **os.environ,
            "NBGRADER_EXECUTION": "autograde",
            "IPYTHONDIR": str(self.home / "ipython"),
            "MPLCONFIGDIR": str(self.home / "matplotlib"),
            "MPLBACKEND": "agg",
            "PYTHONHASHSEED": "0",
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "CUDA_VISIBLE_DEVICES": "-1",
            "PYTHONPATH": str(ROOT),
        }
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        super().start_new_kernel(env=environment, **quiet, **kwargs)

    def patience(self, cell) -> int:
        """Return a cell's seconds: few when another test of its question used them all."""
        if cell.metadata.get("probe"):
            return 2 + self.probe_seconds * max(1, len(self.owners))
        slow = cell.metadata.get("question") in self.slow
        return min(self.timeout, self.second_timeout) if slow else self.timeout

    def preprocess_cell(self, cell, resources, index):
        if not cell.metadata.get("probe"):
            cell, resources = super().preprocess_cell(cell, resources, index)
            if timed_out(cell):
                self.slow.add(cell.metadata.get("question"))
            return cell, resources
        questions = self.failed_questions()
        if questions:
            assignment, student = (self.names.get(key, "") for key in ("assignment", "student"))
            cell.source = probe.source(assignment, questions, self.probe_seconds, student)
            try:
                super().preprocess_cell(cell, resources, index)
            except Exception as error:  # a diagnosis is a gift: without it the grade stands
                self.log.warning("no diagnosis: %r", error)
        return cell, resources

    def output(self, outs, msg, display_id, cell_index):
        """Keep what a cell prints, up to a limit."""
        said = self.printed.get(cell_index, 0) + len(json.dumps(msg["content"], default=str))
        self.printed[cell_index] = said
        if said > self.max_output and msg["msg_type"] != "error":
            return None
        return super().output(outs, msg, display_id, cell_index)

    def failed_questions(self) -> list[str]:
        """Return the questions worth a diagnosis: failed, and not endless."""
        failed = {
            cell.metadata.get("question")
            for cell in self.nb.cells
            if is_grade(cell) and not is_solution(cell) and has_error(cell)
        }
        return sorted(failed - self.slow - {None})
