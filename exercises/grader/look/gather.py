"""What is known of each submission, without whose it is."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass, field

import nbformat

from .. import flags
from ..anatomy import Anatomy, grade_id
from ..course import Course
from ..failures import Failures
from ..feedback import is_answered
from ..rows import Row, rows_of
from ..words import LANGUAGES


@dataclass
class Work:
    """One submission. `label` names it on the page."""

    row: Row
    label: str
    seconds: float | None = None
    late: int | None = None
    findings: dict[str, list[dict]] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)  # code by question
    flags: list[dict] = field(default_factory=list)
    failed: dict[str, str] | None = None  # why there is no grade, in both languages
    why: dict[str, str] = field(default_factory=dict)  # what cost points; no word of a student's
    facts: dict[str, str] = field(default_factory=dict)  # hashes of submission and assignment


def gather(course: Course, assignment: str, *, names: bool = False) -> list[Work]:
    """Return everybody's work, in an order that says nothing about who it is."""
    parts, failures = course.anatomy(assignment), Failures(course, assignment)
    works = [work_of(course, parts, failures, row, names) for row in rows_of(course, assignment)]
    works.sort(key=lambda one: hashlib.sha256(one.row.student.encode()).digest())
    for number, one in enumerate(works, 1):
        one.label = one.row.student if names else f"#{number}"
    return works


def work_of(course: Course, parts: Anatomy, failures: Failures, row: Row, names: bool) -> Work:
    """Return what is known of one student's submission."""
    work = Work(row, "")
    fault = failures.fault(row.student)
    if fault:  # what was found may hold a name
        work.failed = {one: fault.why(one) if names else fault.what(one) for one in LANGUAGES}
        return work
    graded = course.notebook("autograded", parts.name, row.student)
    if row.state in ("missing", "not_graded") or not graded.exists():
        return work
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        notebook = nbformat.read(graded, as_version=4)
    grading = notebook.metadata["grading"]
    work.seconds, work.late = grading.get("seconds"), grading.get("minutes_late")
    work.findings = grading.get("findings", {})
    work.flags = [*grading.get("flags", ()), *grading.get("events", ())]
    work.facts = {key: grading.get(key) for key in ("submission", "version", "handed_in")}
    work.why = row.why if names else {one: outline(grading, one) for one in LANGUAGES}
    asked = {one.id for one in parts.questions}
    for cell in notebook.cells:
        if cell.cell_type == "code" and grade_id(cell) in asked and is_answered(cell):
            work.answers[grade_id(cell)] = cell.source
    return work


def outline(grading: dict, language: str) -> str:
    """Return codes of mistakes and flags: nothing that a student could have written."""
    findings = (found for some in grading.get("findings", {}).values() for found in some)
    codes = sorted({found["code"] for found in findings if found["code"]})
    return "; ".join([*codes, *flags.said(grading, language)])
