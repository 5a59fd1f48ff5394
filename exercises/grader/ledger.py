"""The gradebook file itself: can it be written now, and does it know the assignment as it is?"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy.engine import make_url

from .anatomy import Anatomy
from .course import Course
from .refusal import RefusalError

PATIENCE = 10.0  # seconds
# What SQLite says: what, ko, expected, fix.
CAUSES = {
    "locked": (
        "the gradebook can't be written: another program holds it",
        "다른 프로그램이 성적부를 쓰고 있습니다.",
        "a gradebook that nobody writes to / 아무도 쓰지 않는 성적부",
        "close formgrader or the other grader and run it again / "
        "formgrader나 다른 채점을 닫고 다시 실행하세요",
    ),
    "full": (
        "the gradebook can't be written: the disk is full",
        "디스크가 가득 차서 성적부에 쓸 수 없습니다.",
        "room on the disk / 빈 자리",
        "make room and run it again; what is graded stays / "
        "자리를 만들고 다시 실행하세요. 채점한 것은 남아 있습니다",
    ),
    "readonly": (
        "the gradebook can't be written: it may only be read",
        "성적부가 읽기 전용입니다.",
        "a file and a folder that you may write / 쓸 수 있는 파일과 폴더",
        "chmod u+w gradebook.db",
    ),
}


def wait_for_gradebook(course: Course) -> None:
    """Wait until nobody else writes to the gradebook.

    Raises
    ------
    RefusalError
        If it stays locked, or is not a database.
    """
    address = make_url(course.db_url)
    if not address.drivername.startswith("sqlite") or not Path(address.database).exists():
        return
    patience = float(os.environ.get("GRADEBOOK_PATIENCE", PATIENCE))
    name = Path(address.database).name
    try:
        book = sqlite3.connect(address.database, timeout=patience, isolation_level=None)
        try:
            book.execute("BEGIN IMMEDIATE")
            book.execute("ROLLBACK")
        finally:
            book.close()
    except sqlite3.OperationalError as error:
        raise locked(name, f"{error}, {patience:g} s") from None
    except sqlite3.DatabaseError as error:
        raise RefusalError(
            name,
            "this is not a gradebook",
            "성적부 파일이 아닙니다.",
            given=error,
            expected="SQLite",
            fix="bring back a copy of it, or move it away / 사본을 되돌리거나 다른 곳으로 옮기세요",
        ) from None


def locked(name: str, given: str) -> RefusalError:
    """Say why the gradebook can't be written."""
    for sign, (what, ko, expected, fix) in CAUSES.items():
        if sign in given:
            return RefusalError(name, what, ko, given=given, expected=expected, fix=fix)
    return RefusalError(
        name,
        "the gradebook can't be written",
        "성적부에 쓸 수 없습니다.",
        given=given,
        expected="a gradebook on a sound disk / 온전한 디스크에 있는 성적부",
        fix="see the log; `make restore` brings back a copy / `make restore`로 사본을 되돌리세요",
    )


def has_other_cells(course: Course, assignment: str, parts: Anatomy) -> bool:
    """Tell whether the gradebook holds submissions for other cells than the source has now."""
    with Gradebook(course.db_url) as gradebook:
        try:
            notebook = gradebook.find_notebook(assignment, assignment)
        except MissingEntry:
            return False
        return {cell.name for cell in notebook.source_cells} != set(parts.cells)


def knows(course: Course, assignment: str, parts: Anatomy) -> bool:
    """Tell whether the gradebook holds the assignment; refuse if it holds another version."""
    with Gradebook(course.db_url) as gradebook:
        try:
            notebook = gradebook.find_notebook(assignment, assignment)
        except MissingEntry:
            return False
        held = {cell.name: cell.source for cell in notebook.source_cells if cell.locked}
        points = {cell.name: cell.max_score for cell in notebook.grade_cells}
    now = {key: test.source for key, (_, test) in parts.tests().items()}
    worth = {key: test.points for key, (_, test) in parts.tests().items()}
    changed = sorted(
        key for key in now if held.get(key) != now[key] or points.get(key) != worth[key]
    )
    if changed:
        raise RefusalError(
            assignment,
            "the tests changed after the release",
            "배포한 뒤에 검사가 바뀌었습니다.",
            given=", ".join(changed),
            expected="the released tests / 배포한 검사",
            fix=f"python -m exercises.grader release {assignment} --force",
        )
    return True
