"""The gradebook is copied before each batch, comes back, and has one writer at a time."""

from __future__ import annotations

import fcntl
import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exercises.grader import backup, clock, ledger, lock
from exercises.grader.course import Course
from exercises.grader.refusal import RefusalError
from tests.grader import hand_in, small_course
from tests.grader.conftest import grader

NAME = small_course.NAME
GRADE = "UPDATE grade SET manual_score = ?, needs_manual_grade = 0"


def by_hand(root: Path) -> set:
    """Return the points that a person gave."""
    with sqlite3.connect(root / "gradebook.db") as book:
        return {row[0] for row in book.execute("SELECT manual_score FROM grade")}


def give(root: Path, points: float) -> None:
    """Grade by hand."""
    with sqlite3.connect(root / "gradebook.db") as book:
        book.execute(GRADE, (points,))


@pytest.mark.slow
def test_a_gradebook_comes_back_and_the_present_one_is_kept(course):
    hand_in.put(course, "ada", hand_in.answer(course, "en", hand_in.RIGHT))
    assert grader("autograde", NAME, "--course", course).returncode == 0
    give(course, 1.5)
    assert grader("autograde", NAME, "--course", course).returncode == 0
    give(course, 9)
    said = grader("restore", "--course", course)
    assert said.returncode == 0 and "submissions / 제출 1, by hand / 직접 3" in said.stdout
    assert by_hand(course) == {9}
    said = grader("restore", "1", "--course", course)
    assert said.returncode == 0 and by_hand(course) == {1.5}, said.stderr
    assert grader("autograde", NAME, "--course", course).returncode == 0
    with sqlite3.connect(course / "gradebook.db") as book:
        scores = book.execute("SELECT auto_score FROM grade ORDER BY auto_score").fetchall()
    assert scores[1:] == [(2,), (3,)] and by_hand(course) == {1.5}
    kept = [by_hand_of(path) for path in backup.copies(Course.at(course))]
    assert {9} in kept and {1.5} in kept


def by_hand_of(path: Path) -> set:
    """Return the points that a person gave, of a copy."""
    with sqlite3.connect(path) as book:
        return {row[0] for row in book.execute("SELECT manual_score FROM grade")}


@pytest.mark.slow
def test_wrong_copies_are_refused_and_nothing_changes(course):
    before = (course / "gradebook.db").read_bytes()
    said = grader("restore", "7", "--course", course)
    assert said.returncode == 2 and "그런 사본이 없습니다" in said.stderr
    (course / "backups").mkdir(exist_ok=True)
    (course / "backups" / "gradebook-20260101T000000000000Z.db").write_text("broken" * 99)
    with pytest.raises(RefusalError, match="손상된 사본"):
        backup.restore(Course.at(course), backup.copies(Course.at(course))[0])
    assert (course / "gradebook.db").read_bytes() == before


@pytest.mark.slow
def test_a_second_grader_says_who_holds_the_lock(course):
    with lock.only_one(course, "autograde"):
        said = grader("autograde", NAME, "--course", course, GRADER_PATIENCE="0.3")
    assert said.returncode == 2 and "another command is changing it" in said.stderr
    assert "다른 명령이 이 과목을 바꾸고 있습니다" in said.stderr
    assert f"autograde: {lock.user()}@" in said.stderr and "waiting for" in said.stderr
    assert grader("report", NAME, "--course", course).returncode == 0


def test_the_lock_ends_with_its_holder(tmp_path):
    (tmp_path / lock.NAME).write_text(json.dumps({"pid": 1}))  # left by a killed process
    with lock.only_one(tmp_path, "collect"), (tmp_path / lock.NAME).open() as file:
        with pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        assert json.loads(file.read())["command"] == "collect"
    with lock.only_one(tmp_path, "again"):
        pass


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database is locked", "다른 프로그램이 성적부를 쓰고"),
        ("database or disk is full", "디스크가 가득"),
        ("attempt to write a readonly database", "읽기 전용"),
        ("disk I/O error", "성적부에 쓸 수 없습니다"),
    ],
)
def test_each_cause_has_its_own_message(said, told):
    assert told in str(ledger.locked("gradebook.db", said))


@pytest.mark.parametrize(
    ("text", "hour", "zoned"),
    [
        ("2026-03-01 10:00:00 KST", 1, True),
        ("2026-03-01 10:00:00 UTC", 10, True),
        ("2026-03-01T10:00:00Z", 10, True),
        ("2026-03-01T10:00:00+09:00", 1, True),
        ("2026-03-01 10:00:00 Asia/Seoul", 1, True),
        ("2026-03-01 10:00 UTC+9", 1, True),
        ("2026-03-01 10:00 America/New_York", 15, True),
        ("2026-03-01 10:00 PM", 13, False),
        ("2026-03-01 10:00:00", 1, False),
    ],
)
def test_a_time_is_an_exact_moment(text, hour, zoned):
    read = clock.moment(text, "Asia/Seoul")
    assert read.utc == datetime(2026, 3, 1, hour, tzinfo=UTC) and read.zoned == zoned


@pytest.mark.parametrize("text", ["yesterday", "10:00", "2026-03", "2026-03-01 10:00 XYZ", ""])
def test_what_is_no_time_is_none(text):
    with pytest.raises(ValueError, match=r"no time|no whole date|unknown zone"):
        clock.moment(text, "Asia/Seoul")


def test_each_begun_minute_counts():
    due = datetime(2026, 3, 10, 15, tzinfo=UTC)
    for seconds, late in ((-1, 0), (0, 0), (1, 1), (60, 1), (61, 2)):
        handed_in = datetime.fromtimestamp(due.timestamp() + seconds, UTC)
        assert clock.minutes_late(handed_in, due) == late
    assert clock.minutes_late(None, due) is None
