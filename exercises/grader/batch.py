"""Grade all submissions of an assignment: each one by itself, none can stop the others."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

import nbformat
from sqlalchemy.exc import OperationalError

from . import submissions
from .anatomy import Anatomy
from .course import Course
from .desk import Desk
from .execute import ExecuteAnswers
from .failures import Failures
from .faults import FaultError
from .grades import forget_grades
from .ledger import knows, locked, wait_for_gradebook
from .mend import sha256, version_of
from .release import release

LOG = logging.getLogger("exercises.grader")
WORKERS = 2


@dataclass(frozen=True)
class Outcome:
    """What happened to one submission: 'graded', 'unchanged' or 'failed'."""

    student: str
    state: str
    fault: FaultError | None = None


class Here:
    """One worker: everything one after the other, in this thread."""

    def submit(self, call, *arguments) -> Future:
        """Call at once."""
        done = Future()
        try:
            done.set_result(call(*arguments))
        except Exception as error:
            done.set_exception(error)
        return done

    def shutdown(self, **_) -> None:
        """Nothing is left to end."""


class Batch:
    """One run over the submissions of one assignment."""

    ahead = 2  # submissions that wait for each worker

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
        desk = Desk(self.course, self.parts, self.version)
        pool = ThreadPoolExecutor(workers) if workers > 1 else Here()
        try:
            waiting: dict[str, object] = {}
            for student in self.students():
                waiting[student] = self.prepare(student, desk, pool)
                if len(waiting) > self.ahead * workers:
                    yield self.finish_one(waiting, desk)
            while waiting:
                yield self.finish_one(waiting, desk)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            desk.close()

    def finish_one(self, waiting: dict[str, object], desk: Desk) -> Outcome:
        """Finish whoever is ready first, so that an endless loop keeps nobody waiting."""
        running = [work for work in waiting.values() if isinstance(work, Future)]
        if len(running) == len(waiting):
            wait(running, return_when=FIRST_COMPLETED)
        done = (one for one, work in waiting.items() if not isinstance(work, Future) or work.done())
        student = next(done)
        return self.finish(student, waiting.pop(student), desk)

    def prepare(self, student: str, desk: Desk, pool):
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
            notebook = submissions.read(path, self.assignment, self.parts.cells)
            notebook = desk.prepare(notebook, path)
        except FaultError as fault:
            return fault
        except OperationalError as error:
            raise locked("gradebook", str(error.orig)) from None
        except Exception as error:
            LOG.exception("%s could not be prepared", student)
            return unexpected(error, self.assignment)
        return pool.submit(self.execute, student, path, notebook)

    def execute(self, student: str, path: Path, notebook):
        """Run a submission; this may be in another thread."""
        names = {"assignment": self.assignment, "student": student}
        given = self.course.folder("source", self.assignment)
        executor = ExecuteAnswers(config=self.course.config)
        return executor.run(notebook, {"nbgrader": names}, path.parent, self.source, given)[0]

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

    def finish(self, student: str, work, desk: Desk) -> Outcome:
        """Save what came out; the only place that writes grades."""
        if work is None:
            fault = self.failures.fault(student)
            return Outcome(student, "failed" if fault else "unchanged", fault)
        fault = work
        if not isinstance(work, FaultError):
            fault = fault_of(work.exception(), self.assignment)
        if fault is None:
            fault = self.save(student, work.result(), desk)
        if fault is not None:
            return self.fail(student, fault)
        self.failures.remove(student)
        return Outcome(student, "graded")

    def save(self, student: str, notebook, desk: Desk) -> FaultError | None:
        """Write the autograded notebook and the gradebook."""
        try:
            desk.save(student, notebook)
        except OperationalError as error:
            desk.book.db.rollback()
            raise locked("gradebook", str(error.orig)) from None
        except Exception as error:
            desk.book.db.rollback()
            LOG.exception("%s could not be saved", student)
            return unexpected(error, self.assignment)
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
