"""Grade all submissions of an assignment: each one by itself, none can stop the others."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from sqlalchemy.exc import OperationalError

from . import submissions
from .anatomy import Anatomy
from .course import Course
from .execute import ExecuteAnswers
from .failures import Failures
from .faults import FaultError
from .grades import forget_grades
from .kitchen import KITCHEN
from .ledger import knows, locked, wait_for_gradebook
from .mend import sha256, version_of
from .quiet import LastWords
from .release import release

LOG = logging.getLogger("exercises.grader")
WORKERS = 2


@dataclass(frozen=True)
class Outcome:
    """What happened to one submission: 'graded', 'unchanged' or 'failed'."""

    student: str
    state: str
    fault: FaultError | None = None


class Batch:
    """One run over the submissions of one assignment."""

    def __init__(self, course: Course, assignment: str, *, again: bool = False):
        self.course, self.assignment, self.again = course, assignment, again
        self.parts: Anatomy = course.anatomy(assignment)
        self.source = nbformat.read(course.notebook("source", assignment), as_version=4)
        self.version = version_of(self.source)
        self.failures = Failures(course, assignment)

    def students(self) -> list[str]:
        """Return who handed something in."""
        return submissions.students(self.course, self.assignment)

    def run(self, workers: int = WORKERS) -> Iterator[Outcome]:
        """Grade, and yield each outcome as soon as it stands in the gradebook."""
        wait_for_gradebook(self.course)
        if not knows(self.course, self.assignment, self.parts):
            release(self.course, self.assignment)
        KITCHEN.open(workers)
        try:
            waiting: dict[str, object] = {}
            for student in self.students():
                waiting[student] = self.prepare(student)
                if len(waiting) > 2 * workers:
                    yield self.finish_one(waiting)
            while waiting:
                yield self.finish_one(waiting)
        finally:
            KITCHEN.close()

    def finish_one(self, waiting: dict[str, object]) -> Outcome:
        """Finish whoever is ready first, so that an endless loop keeps nobody waiting."""
        running = [work for work in waiting.values() if isinstance(work, Future)]
        if len(running) == len(waiting):
            wait(running, return_when=FIRST_COMPLETED)
        done = (one for one, work in waiting.items() if not isinstance(work, Future) or work.done())
        student = next(done)
        return self.finish(student, waiting.pop(student))

    def prepare(self, student: str):
        """Look at a submission and start its execution.

        Returns
        -------
        Future, FaultError or None
            None: it has been graded before and has not changed.
        """
        try:
            path = submissions.find(self.course, self.assignment, student)
            if not self.again and self.is_graded(student, path):
                return None
            submissions.read(path, self.assignment, self.parts.cells)
            notebook, resources = self.sanitized(student, path)
        except FaultError as fault:
            return fault
        except OperationalError as error:
            raise locked("gradebook", str(error.orig)) from None
        except Exception as error:
            LOG.exception("%s could not be prepared", student)
            return unexpected(error, self.assignment)
        config = self.course.config
        given = self.course.folder("source", self.assignment)

        def execute(work):
            executor = ExecuteAnswers(config=config)
            return executor.run(work, resources, path.parent, self.source, given)[0]

        return KITCHEN.order(notebook, execute)

    def is_graded(self, student: str, path: Path) -> bool:
        """Tell whether this very file was graded against this version of the assignment."""
        now = {"submission": sha256(path), "version": self.version}
        if self.failures.same(student, now):
            return True
        graded = self.course.notebook("autograded", self.assignment, student)
        if not graded.exists():
            return False
        said = nbformat.read(graded, as_version=4).metadata.get("grading", {})
        return all(said.get(key) == now[key] for key in now)

    def sanitized(self, student: str, path: Path):
        """Run nbgrader's first half (no execution) in memory."""
        converter = self.course.converter(Autograde, self.assignment, student)
        exporter = NotebookExporter(parent=converter, config=self.course.config)
        for step in converter.sanitize_preprocessors:
            exporter.register_preprocessor(step)
        resources = converter.init_single_notebook_resources(str(path))
        text, resources = exporter.from_filename(str(path), resources=resources)
        return nbformat.reads(text, as_version=4), resources

    def finish(self, student: str, work) -> Outcome:
        """Save what came out; the only place that writes grades."""
        if work is None:
            fault = self.failures.fault(student)
            return Outcome(student, "failed" if fault else "unchanged", fault)
        fault = work
        if not isinstance(work, FaultError):
            fault = fault_of(work.exception(), self.assignment)
        if fault is None:
            fault = self.save(student)
        if fault is not None:
            return self.fail(student, fault)
        self.failures.remove(student)
        return Outcome(student, "graded")

    def save(self, student: str) -> FaultError | None:
        """Let nbgrader write the autograded notebook and the gradebook."""
        try:
            self.course.converter(Autograde, self.assignment, student).start()
        except NbGraderException:
            wait_for_gradebook(self.course)
            return FaultError("unexpected", self.assignment, LastWords.said)
        return None

    def fail(self, student: str, fault: FaultError) -> Outcome:
        """Take back what an earlier submission earned, and remember why there is no grade."""
        LOG.error("%s: %s", student, fault.explain(student))
        forget_grades(self.course.db_url, self.assignment, student)
        graded = self.course.notebook("autograded", self.assignment, student)
        graded.unlink(missing_ok=True)
        submitted = self.course.notebook("submitted", self.assignment, student)
        seen = {"submission": "", "version": self.version}
        if is_plain(submitted):
            seen["submission"] = sha256(submitted)
        self.failures.add(student, fault, seen)
        return Outcome(student, "failed", fault)


def is_plain(path: Path) -> bool:
    """Tell whether a path is a file of a size that can be read."""
    return path.is_file() and not path.is_symlink() and path.stat().st_size <= submissions.LARGEST


def fault_of(error: BaseException | None, assignment: str) -> FaultError | None:
    """Translate what stopped an execution."""
    if error is None:
        return None
    LOG.error("execution failed", exc_info=error)
    return unexpected(error, assignment)


def unexpected(error: BaseException, assignment: str) -> FaultError:
    """Name an error that nobody thought of."""
    said = f"{type(error).__name__}: {error}".split("\n")[0]
    return FaultError("unexpected", assignment, said[:200])
