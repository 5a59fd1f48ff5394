"""Grades in the forms that other systems read. A grade that is not there is empty, never 0.

Canvas: "How do I import grades in the Gradebook?" (Canvas instructor guide): the columns Student,
ID, SIS User ID, SIS Login ID, Section, then one for each assignment, and a line of points possible.
Moodle: "Grade import" (docs.moodle.org): any columns, mapped by ID number or e-mail address; and
the offline grading worksheet, whose importer wants Identifier, Grade and "Last modified (grade)"
(mod/assign/feedback/offline/importgradeslib.php).
Gradescope: "Autograder specifications" (gradescope-autograders.readthedocs.io): results.json.
"""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

from nbgrader.api import Gradebook

from .anatomy import Anatomy
from .course import Course
from .intake.collect import Record
from .rows import Row, short
from .table import cell, safe


def export_all(course: Course, parts: Anatomy, rows: list[Row]) -> list[Path]:
    """Write every form; return the places."""
    people = people_of(course, parts.name)
    found = [people.get(row.student, {}) for row in rows]
    graded = list(zip(rows, found, strict=True))
    return [
        write(course, f"{parts.name}.canvas.csv", canvas(parts, graded)),
        write(course, f"{parts.name}.moodle.csv", moodle(parts, graded)),
        write(course, f"{parts.name}.moodle-worksheet.csv", worksheet(graded)),
        gradescope(course, parts, graded),
    ]


def people_of(course: Course, assignment: str) -> dict[str, dict[str, str]]:
    """Return what is known of each student: names, e-mail, the LMS's number."""
    with Gradebook(course.db_url) as book:
        people = {
            one.id: {
                "first": one.first_name or "",
                "last": one.last_name or "",
                "email": one.email or "",
                "lms": one.lms_user_id or "",
            }
            for one in book.students
        }
    for student, known in Record(course, assignment).known.items():
        one = people.setdefault(student, {})
        one["number"] = known["lms"]  # of this assignment's archive
        one["full"] = known["name"]
    return people


def full_name(row: Row, one: dict[str, str]) -> str:
    """Return a name for a person to recognise."""
    return row.name or one.get("full", "") or row.student


def canvas(parts: Anatomy, graded) -> list[list[str]]:
    """Return Canvas' lines."""
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", parts.name]
    whole = cell(sum(question.points for question in parts.questions))
    lines = [head, ["    Points Possible", "", "", "", "", whole]]
    for row, one in graded:
        names = ", ".join(filter(None, (one.get("last"), one.get("first"))))
        number = one.get("lms") or one.get("number", "")
        name = names or full_name(row, one)
        lines.append([safe(name), number, "", safe(row.student), "", cell(row.total)])
    return lines


def moodle(parts: Anatomy, graded) -> list[list[str]]:
    """Return the lines of Moodle's grade import."""
    lines = [["ID number", "Full name", "Email address", parts.name]]
    for row, one in graded:
        who = [safe(row.student), safe(full_name(row, one)), safe(one.get("email", ""))]
        lines.append([*who, cell(row.total)])
    return lines


def worksheet(graded) -> list[list[str]]:
    """Return Moodle's grading worksheet, for those whose number the archive told."""
    lines = [["Identifier", "Full name", "Grade", "Last modified (grade)"]]
    for row, one in graded:
        if one.get("number"):
            name = safe(full_name(row, one))
            lines.append([f"Participant {one['number']}", name, cell(row.total), "-"])
    return lines


def write(course: Course, name: str, lines: list[list[str]]) -> Path:
    """Write a CSV in one step; these systems read UTF-8 without a mark."""
    path = course.exports / name
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    os.replace(new, path)
    return path


def gradescope(course: Course, parts: Anatomy, graded) -> Path:
    """Write a results.json for each student who has all points."""
    folder = course.exports / f"{parts.name}.gradescope"
    for row, _ in graded:
        place = folder / row.student / "results.json"
        if row.total is None:
            place.unlink(missing_ok=True)
            continue
        tests = [
            {
                "name": short(question.id),
                "score": row.points[question.id],
                "max_score": question.points,
                "visibility": "visible",
            }
            for question in parts.questions
        ]
        why = f"{row.why['ko']}\n{row.why['en']}"
        said = {"score": row.total, "output": why, "tests": tests}
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return folder
