"""Read grades as they are: what nobody has graded is None, which nbgrader shows as 0."""

from __future__ import annotations

from dataclasses import dataclass, field

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import NbGraderPreprocessor

from . import anatomy


@dataclass
class Grades:
    """What the gradebook knows about one student's notebook."""

    points: dict[str, float | None] = field(default_factory=dict)
    by_hand: dict[str, str] = field(default_factory=dict)  # comments that a person wrote
    comments: dict[str, str] = field(default_factory=dict)  # and those of the grader
    penalty: float = 0.0


def given(grade) -> float | None:
    """Return the points of one grade: a person's, else the grader's, else None."""
    score = grade.auto_score if grade.manual_score is None else grade.manual_score
    if score is None:
        return None
    return score + (grade.extra_credit or 0.0)


def read_grades(gradebook: Gradebook, assignment: str, student: str) -> Grades | None:
    """Return a student's grades, or None if nothing was handed in."""
    try:
        notebook = gradebook.find_submission_notebook(assignment, assignment, student)
    except MissingEntry:
        return None
    grades = Grades(penalty=notebook.late_submission_penalty or 0.0)
    for grade in notebook.grades:
        grades.points[grade.name] = given(grade)
    for comment in notebook.comments:
        if comment.manual_comment:
            grades.by_hand[comment.name] = comment.manual_comment
        if comment.auto_comment:
            grades.comments[comment.name] = comment.auto_comment
    return grades


def forget_grades(db_url: str, assignment: str, student: str) -> None:
    """Note that a submission came and could not be graded; what a person gave stays, for review."""
    with Gradebook(db_url) as gradebook:
        gradebook.update_or_create_student(student)
        gradebook.update_or_create_submission(assignment, student)
        notebook = gradebook.find_submission_notebook(assignment, assignment, student)
        for grade in notebook.grades:
            grade.auto_score = None
            grade.needs_manual_grade = True
        for comment in notebook.comments:
            comment.auto_comment = None
        gradebook.db.commit()


class ReadGrades(NbGraderPreprocessor):
    """Write the gradebook's points and comments into the notebook that becomes a page."""

    def preprocess(self, nb, resources):
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            grades = read_grades(gradebook, names["assignment"], names["student"])
        for cell in nb.cells:
            key = anatomy.grade_id(cell)
            if key:
                cell.metadata.nbgrader["given"] = grades.points.get(key)
                cell.metadata.nbgrader["by_hand"] = grades.by_hand.get(key)
        nb.metadata["grading"]["penalty"] = grades.penalty
        return nb, resources
