"""A class as rows: who has how many points for which question, and why."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import nbformat
from nbgrader.api import Gradebook

from . import flags, shown, submissions
from .anatomy import Anatomy, Question, grade_id
from .course import Course
from .execute import ENDED, TIMED_OUT, ended_with, has_error
from .failures import Failures
from .feedback import is_answered
from .grades import Grades, read_grades
from .probe import named
from .words import LANGUAGES, both, word


@dataclass(frozen=True)
class Row:
    """One student. ``points`` and ``total`` hold None where there is no grade."""

    student: str
    name: str
    language: str
    state: str  # graded, by_hand, failed, not_graded, missing
    points: dict[str, float | None]
    so_far: float | None
    total: float | None
    why: dict[str, str]


def rows_of(course: Course, assignment: str) -> list[Row]:
    """Return a row for everybody in the gradebook and everybody who handed in."""
    handed_in = set(submissions.students(course, assignment))
    with Gradebook(course.db_url) as gradebook:
        names = {one.id: full_name(one) for one in gradebook.students}
        everybody = sorted(handed_in | set(names))
        grades = {one: read_grades(gradebook, assignment, one) for one in everybody}
    parts, failures = course.anatomy(assignment), Failures(course, assignment)
    rows = []
    for student in everybody:
        points = {one.id: points_of(one, grades[student]) for one in parts.questions}
        state, language, why = standing(course, parts, failures, student, points)
        if student not in handed_in:
            state, why = "missing", both("not_handed_in")
        known = [value for value in points.values() if value is not None]
        so_far = sum(known) - grades[student].penalty if known else None
        total = so_far if state == "graded" else None
        name = names.get(student, "")
        rows.append(Row(student, name, language, state, points, so_far, total, why))
    return rows


def full_name(student) -> str:
    """Return a student's name as people write it."""
    names = (student.first_name, student.last_name)
    return " ".join(name for name in names if name)


def standing(course: Course, parts: Anatomy, failures: Failures, student: str, points):
    """Return a submission's state, its language, and why it earned what it earned."""
    fault = failures.fault(student)
    if fault:
        return "failed", "", {one: fault.why(one) for one in LANGUAGES}
    graded = course.notebook("autograded", parts.name, student)
    if not graded.exists():
        return "not_graded", "", both("not_graded")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        notebook = nbformat.read(graded, as_version=4)
    state = "by_hand" if None in points.values() else "graded"
    why = {one: why_of(notebook, parts, points, one) for one in LANGUAGES}
    return state, notebook.metadata["grading"]["language"], why


def points_of(question: Question, grades: Grades | None) -> float | None:
    """Add up the points of a question; None if any part of it has no grade."""
    if grades is None:
        return None
    ids = [test.id for test in question.tests]
    ids += [question.id] if question.by_hand is not None else []
    given = [grades.points.get(key) for key in ids]
    return None if None in given else sum(given)


def short(question: str) -> str:
    """Return a question's id without the chapter's number."""
    number, dash, rest = question.partition("-")
    return rest if dash and number.isdigit() else question


def why_of(notebook, parts: Anatomy, points: dict[str, float | None], language: str) -> str:
    """Say in one line what cost points; questions with the same reason stand together."""
    cells = {grade_id(cell): cell for cell in notebook.cells}
    grading = notebook.metadata["grading"]
    reasons: dict[str, list[str]] = {}
    for question in parts.questions:
        reason = why_question(cells, grading, question, language)
        if reason:
            reasons.setdefault(reason.rstrip("."), []).append(short(question.id))
    said = [f"{', '.join(ids)}: {reason}" for reason, ids in reasons.items()]
    for kind, key in (("deleted", "restored"), ("copied", "copied")):
        if grading[kind]:
            said.append(f"{word(key, language)} ({', '.join(grading[kind])})")
    said += flags.said(grading, language)
    if not said:
        said.append(word("by_hand" if None in points.values() else "all_right", language))
    return "; ".join(said)


def why_question(cells, grading, question: Question, language: str) -> str:
    """Say why one question lost points: the mistake, else what the first failed test says."""
    failed = [test for test in question.tests if has_error(cells[test.id])]
    answer = cells[question.id]
    if not failed:
        return ""
    if not is_answered(answer):
        return word("no_answer", language)
    findings = [one for one in grading["findings"].get(question.id, ()) if one["code"]]
    if findings:
        return named(findings, language)
    for name, key in ((TIMED_OUT, "timeout"), (ENDED, "ended")):
        if any(ended_with(cells[test.id], name) for test in failed):
            return word(key, language)
    if has_error(answer):
        return f"{word('does_not_run', language)} ({first_error(answer).ename})"
    error = first_error(cells[failed[0].id])
    said = shown.teachers_words(failed[0], error, language) or shown.idea(failed[0], language)
    return said if error.ename == "AssertionError" else f"{said} ({error.ename})"


def first_error(cell):
    """Return the first exception among a cell's outputs."""
    return next(one for one in cell.outputs if one.output_type == "error")
