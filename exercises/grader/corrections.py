"""Read corrections back from the CSV that `export` wrote: all of them, or none and why."""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry

from rnnkit.errors import explain

from .anatomy import Anatomy, Question
from .course import Course
from .refusal import RefusalError
from .rows import points_of, read_grades
from .table import cell

TABLE = "students × questions, as `export` writes them / `export`가 쓴 표"


def correct(course: Course, parts: Anatomy, path: Path) -> list[tuple[str, str, str, str]]:
    """Give the points of a table where they differ from the gradebook's.

    They become points given by hand, which a later run keeps.

    Returns
    -------
    list of (student, question, before, after)

    Raises
    ------
    RefusalError
        If anything in the table is wrong; then nothing is changed.
    """
    lines = read_table(path)
    asked = {question.id: question for question in parts.questions}
    wrong, changes = [], []
    with Gradebook(course.db_url) as book:
        for number, line in enumerate(lines, 2):
            student = unsafe(line["student"] or "")
            grades = read_grades(book, parts.name, student)
            for key, question in asked.items():
                text = (line.get(key) or "").strip()
                before = cell(points_of(question, grades))
                if not text or text == before:
                    continue
                points = number_in(text, question.points)
                if grades is None or points is None:
                    wrong.append(wrong_field(path, number, student, question, text, grades))
                elif cell(points) != before:
                    changes.append((student, question, before, points))
        if wrong:
            raise RefusalError.of(wrong)
        for student, question, _, points in changes:
            give(book, parts.name, student, question, points)
        book.db.commit()
    return [(student, one.id, before, cell(points)) for student, one, before, points in changes]


def read_table(path: Path) -> list[dict[str, str]]:
    """Return the lines of a CSV, as Excel and others save it."""
    if not path or not path.is_file():
        raise RefusalError(
            "--from",
            "there is no such table",
            "그런 표가 없습니다.",
            given=path,
            expected=TABLE,
            fix="import ASSIGNMENT --from exports/ASSIGNMENT.csv",
        )
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp949", errors="replace")  # Excel on Korean Windows
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    lines = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=mark))
    if not lines or "student" not in lines[0]:
        raise RefusalError(
            path.name,
            "the table has no column 'student'",
            "표에 student 열이 없습니다.",
            given=first.strip()[:80],
            expected=TABLE,
            fix="export, change points, import / export로 쓴 표에서 점수만 고치세요",
        )
    return lines


def number_in(text: str, most: float) -> float | None:
    """Read points; None if they are none, or more than there are."""
    try:
        points = float(text.replace(",", "."))
    except ValueError:
        return None
    return points if math.isfinite(points) and 0 <= points <= most else None


def unsafe(text: str) -> str:
    """Take off the mark that kept a spreadsheet from reading a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@", "\t") else text


def wrong_field(
    path: Path, number: int, student: str, question: Question, text: str, grades
) -> str:
    """Say what is wrong with one field."""
    place = f"{path.name}, line {number}, {student}, {question.id}"
    if grades is None:
        what, ko = "this student handed nothing in", "제출하지 않은 학생입니다."
    else:
        what, ko = "these are no points of this question", "이 문항의 점수가 아닙니다."
    expected = f"0 … {question.points:g}"
    fix = "correct the table; nothing was changed / 표를 고치세요. 바뀐 것은 없습니다"
    return explain(place, what, ko, given=text, expected=expected, fix=fix)


def give(book: Gradebook, assignment: str, student: str, question: Question, points: float) -> None:
    """Spread a question's points over its cells, as points given by hand."""
    worth = [(test.id, test.points) for test in question.tests]
    if question.by_hand is not None:
        worth.append((question.id, question.by_hand))
    for key, most in worth:
        part = min(most, points)
        points -= part
        try:
            grade = book.find_grade(key, assignment, assignment, student)
        except MissingEntry:
            continue
        grade.manual_score, grade.extra_credit = part, None
        grade.needs_manual_grade = False
