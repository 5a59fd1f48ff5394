"""Copies of the gradebook: one before each command that changes it, and the way back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import make_url

from .course import Course
from .refusal import RefusalError
from .release import free_name

KEPT = 50
FORM = "gradebook-%Y%m%dT%H%M%S%fZ.db"
COUNTS = (
    "SELECT count(*) FROM student",
    "SELECT count(*) FROM submitted_assignment",
    "SELECT count(*) FROM grade WHERE manual_score IS NOT NULL",
)


def gradebook(course: Course) -> Path:
    """Return the gradebook's file.

    Raises
    ------
    RefusalError
        If the gradebook is a server's: its own tools keep copies of it.
    """
    address = make_url(course.db_url)
    if not address.drivername.startswith("sqlite"):
        raise RefusalError(
            "gradebook",
            "it is on a server, which keeps its own copies",
            "성적부가 서버에 있습니다. 사본은 서버에서 만드세요.",
            given=address.drivername,
            expected="sqlite",
            fix="pg_dump, pg_restore",
        )
    return Path(address.database)


def folder(course: Course) -> Path:
    """Return where the copies are."""
    return course.root / "backups"


def copies(course: Course) -> list[Path]:
    """Return the copies, the newest first."""
    return sorted(folder(course).glob("gradebook-*Z.db"), reverse=True)


def back_up(course: Course) -> Path | None:
    """Copy the gradebook, unless the newest copy holds the same; return the copy."""
    try:
        source = gradebook(course)
    except RefusalError:
        return None
    if not source.exists():
        return None
    folder(course).mkdir(exist_ok=True)
    new = folder(course) / "new.db"
    copy(source, new)
    newest = next(iter(copies(course)), None)
    if newest and newest.read_bytes() == new.read_bytes():
        new.unlink()
        return newest
    place = folder(course) / datetime.now(UTC).strftime(FORM)
    os.replace(new, place)
    for old in copies(course)[KEPT:]:
        old.unlink()
    return place


def copy(source: Path, target: Path) -> None:
    """Copy a database whole, whoever reads or writes it meanwhile."""
    target.unlink(missing_ok=True)
    origin, new = sqlite3.connect(source), sqlite3.connect(target)
    try:
        origin.backup(new)
    finally:
        origin.close()
        new.close()


def describe(path: Path) -> tuple[datetime, list[int]]:
    """Return when a copy was made, and how many students, submissions and grades by hand it has."""
    when = datetime.strptime(path.name, FORM).replace(tzinfo=UTC)
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return when, [book.execute(count).fetchone()[0] for count in COUNTS]
    finally:
        book.close()


def chosen(course: Course, which: str) -> Path:
    """Return the copy that a person names: by its number in the list, or by its name.

    Raises
    ------
    RefusalError
        If there is no such copy.
    """
    found = copies(course)
    named = [path for path in found if which in (path.name, str(path))]
    if which.isdigit() and 1 <= int(which) <= len(found):
        named = [found[int(which) - 1]]
    if not named:
        raise RefusalError(
            "restore",
            "there is no such copy",
            "그런 사본이 없습니다.",
            given=which,
            expected=f"1 … {len(found)}" if found else "a copy / 사본",
            fix="restore  (without a number it lists them) / 번호 없이 실행하면 목록을 보입니다",
        )
    return named[0]


def restore(course: Course, path: Path) -> tuple[Path | None, list[Path]]:
    """Put a copy in the gradebook's place.

    Returns
    -------
    Path or None
        The copy of the gradebook that stood there.
    list of Path
        What was set aside: what the next run would take for graded although the old gradebook
        does not know it.

    Raises
    ------
    RefusalError
        If the copy is damaged; then nothing was changed.
    """
    try:
        describe(path)
    except sqlite3.DatabaseError as error:
        raise RefusalError(
            path.name,
            "this copy is damaged",
            "손상된 사본입니다.",
            given=error,
            expected="SQLite",
            fix="choose another / 다른 사본을 고르세요",
        ) from None
    target = gradebook(course)
    present = back_up(course)
    new = target.with_suffix(".new")
    copy(path, new)
    for name in ("-wal", "-shm", "-journal"):
        target.with_name(target.name + name).unlink(missing_ok=True)
    os.replace(new, target)
    return present, set_aside(course)


def set_aside(course: Course) -> list[Path]:
    """Move away what says of submissions that they were graded, so that they are graded again."""
    stale = [course.root / course.directory().autograded_directory]
    stale += sorted(course.exports.glob("*.failures.json"))
    moved = []
    for path in stale:
        if path.exists():
            place = free_name(folder(course) / path.name)
            shutil.move(path, place)
            moved.append(place)
    return moved
