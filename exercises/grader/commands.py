"""What each command does, and what it says in the terminal."""

from __future__ import annotations

import sys
import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from sqlalchemy.exc import OperationalError

from .backup import back_up
from .batch import Batch
from .course import EXERCISES, Course
from .exports import export_all
from .keeping import do_collect, do_import, do_restore
from .ledger import locked, wait_for_gradebook
from .lock import only_one
from .look.page import document, write_report
from .pages import write_feedback
from .quiet import log_to
from .refusal import nothing_handed_in
from .release import release
from .rows import rows_of
from .sample import FOLDER, sample_course
from .sandbox import LOST, demand
from .submissions import students
from .table import export, show
from .terminal import say, shown

READING = {"report", "export"}  # commands that change nothing but what they write


def run(options) -> int:
    """Run one command; one that changes the course holds its lock, and copies its gradebook."""
    course, options.documents = Course.at(options.course or EXERCISES), {}
    log = log_to(course.exports / "grader.log")
    if options.command in READING:
        status = run_on_assignments(course, options)
    else:
        with only_one(course.root, options.command):
            status = run_alone(course, options)
    say(f"log / 기록: {shown(log)}")
    return status


def run_alone(course: Course, options) -> int:
    """Run a command that changes the course."""
    if options.command == "restore":
        return do_restore(course, options)
    course.choose(options.assignment)
    wait_for_gradebook(course)
    back_up(course)
    return run_on_assignments(course, options)


def run_on_assignments(course: Course, options) -> int:
    """Run one command on the assignments that it names."""
    status = 0
    names = course.choose(options.assignment)
    if options.command == "class" and not options.assignment:
        names = [one for one in names if students(course, one)] or names
    for name in names:
        try:
            status = max(status, COMMANDS[options.command](course, name, options))
        except OperationalError as error:
            raise locked("gradebook", str(error.orig)) from None
    return status


def do_release(course: Course, name: str, options) -> int:
    """Release one assignment."""
    for path in release(course, name, force=options.force):
        say(shown(path))
    return 0


def do_autograde(course: Course, name: str, options) -> int:
    """Grade one assignment; 1 if somebody could not be graded."""
    if options.assignment and not students(course, name):
        raise nothing_handed_in(name, shown(course.notebook("submitted", name, "STUDENT")))
    if options.no_sandbox:
        course.config.ExecuteAnswers.sandbox = False
        print(LOST, file=sys.stderr)
    else:
        demand()
    batch = Batch(course, name, again=options.regrade)
    start, outcomes = time.monotonic(), list(watch(batch, options.jobs))
    graded, same, failed = (
        sum(one.state == state for one in outcomes) for state in ("graded", "unchanged", "failed")
    )
    say(
        f"{name}: graded {graded}, unchanged {same}, failed {failed} / "
        f"채점 {graded}, 그대로 {same}, 실패 {failed} ({time.monotonic() - start:.1f} s)"
    )
    for one in outcomes:
        if one.fault:
            print(one.fault.explain(f"{one.student}/{name}"), file=sys.stderr)
    if options.json:
        states = {one.student: one.state for one in outcomes}
        options.documents[name] = {"outcomes": states, **document(course, name)}
    return 1 if failed else 0


def watch(batch: Batch, jobs: int):
    """Run a batch behind a progress bar; without a terminal, in silence."""
    console, failed = Console(stderr=True), []
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    quiet = not console.is_terminal
    bar = Progress(*columns, TimeRemainingColumn(), console=console, disable=quiet, transient=True)
    with bar:
        task = bar.add_task(batch.assignment, total=len(batch.students()))
        for outcome in batch.run(jobs):
            if outcome.state == "failed":
                failed.append(outcome.student)
            tail = f" [red]{len(failed)}" if failed else ""
            bar.update(task, advance=1, description=batch.assignment + tail)
            yield outcome


def do_feedback(course: Course, name: str, options) -> int:
    """Write the students' pages."""
    written = list(write_feedback(course, name))
    folder = course.root / course.directory().feedback_directory
    say(f"feedback / 결과: {shown(folder)} ({len(written)})")
    options.documents[name] = {student: shown(path) for student, path in written}
    return 0


def do_report(course: Course, name: str, options) -> int:
    """Print the table, and write the page about the class."""
    console = Console(width=None if sys.stdout.isatty() else 160)
    show(console, course.anatomy(name), rows_of(course, name), options.language)
    for path in write_report(course, name, names=options.names):
        say(f"report / 보고서: {shown(path)}")
    if options.json:
        options.documents[name] = document(course, name)
    return 0


def do_export(course: Course, name: str, options) -> int:
    """Write the CSV, and the forms of other systems."""
    parts, rows = course.anatomy(name), rows_of(course, name)
    say(f"CSV: {shown(export(course, parts, rows))}")
    for path in export_all(course, parts, rows):
        say(f"     {shown(path)}")
    return 0


def do_class(course: Course, name: str, options) -> int:
    """Grade, write feedback, print the table, export; with a sample class if nobody handed in."""
    sample = not students(course, name)
    if sample:
        folder = FOLDER if options.course is None else course.root / "sample-class"
        say(
            f"{name}: nothing was handed in; this is a SAMPLE CLASS of named answers / "
            f"제출물이 없어 이름 붙은 답으로 만든 예제 학급입니다: {shown(folder)}"
        )
        course = sample_course(course, name, folder)
    status = do_autograde(course, name, options)
    for step in (do_feedback, do_report, do_export):
        step(course, name, options)
    return 0 if sample else status


COMMANDS = {
    "release": do_release,
    "collect": do_collect,
    "import": do_import,
    "class": do_class,
    "autograde": do_autograde,
    "feedback": do_feedback,
    "report": do_report,
    "export": do_export,
}
