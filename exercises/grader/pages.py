"""Write the feedback of a class: through nbgrader for the graded, a short page for the others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbgrader.converters import GenerateFeedback

from . import submissions
from .course import Course
from .failures import Failures
from .faults import FaultError
from .feedback import page
from .words import LANGUAGES, language_of_notebook


def write_feedback(course: Course, assignment: str) -> Iterator[tuple[str, Path]]:
    """Write one page for each student who handed in; yield student and page."""
    failures = Failures(course, assignment)
    for student in submissions.students(course, assignment):
        place = course.folder("feedback", assignment, student) / f"{assignment}.html"
        fault = failures.fault(student)
        if fault:
            place.parent.mkdir(parents=True, exist_ok=True)
            text = failed_page(course, assignment, student, fault)
            place.write_text(text, encoding="utf-8")
        elif course.notebook("autograded", assignment, student).exists():
            course.converter(GenerateFeedback, assignment, student).start()
        else:
            continue
        yield student, place


def failed_page(course: Course, assignment: str, student: str, fault: FaultError) -> str:
    """Tell a student why there is no grade."""
    language = language_of_submission(course, assignment, student)
    return page(
        "failed.html.j2",
        language,
        assignment=assignment,
        student=student,
        what=fault.what(language),
        given=fault.given,
        fix=fault.fix(language),
    )


def language_of_submission(course: Course, assignment: str, student: str) -> str:
    """Read the language of what was handed in, as far as it can be read."""
    folder = course.folder("submitted", assignment, student)
    for path in sorted(folder.glob("*.ipynb")):
        try:
            return language_of_notebook(nbformat.read(path, as_version=4))
        except Exception:  # it could not be graded either
            continue
    return LANGUAGES[0]
