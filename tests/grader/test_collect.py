"""What comes in, what is rejected with which reason, and that nothing stops or is lost."""

from __future__ import annotations

import json
import os
import sqlite3
import tarfile
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exercises.grader.course import Course
from exercises.grader.faults import FAULTS, FaultError
from exercises.grader.intake import archives as intake_archives
from exercises.grader.intake import entries, notes
from exercises.grader.intake.collect import Collection
from exercises.grader.refusal import RefusalError
from tests.grader import archives, hand_in, small_course
from tests.grader.conftest import grader

pytestmark = pytest.mark.slow
NAME = small_course.NAME
FILE = f"{NAME}.ipynb"


@pytest.fixture
def right(course) -> bytes:
    """A right answer."""
    return json.dumps(hand_in.answer(course, "en", hand_in.RIGHT)).encode()


def collect(course: Path, place: Path, **options) -> dict:
    """Collect, and return what happened to each student."""
    found = list(Collection(Course.at(course), NAME, place, **options).run())
    return {one.student: one for one in found}


def states(found: dict) -> dict[str, str]:
    """Return each one's state, with the reason of a rejection."""
    return {key: one.fault.code if one.fault else one.state for key, one in found.items()}


def codes(one) -> dict[str, str]:
    """Return the notes on one student."""
    return dict(one.notes)


def taken(course: Path, student: str) -> bytes:
    """Return the notebook that the grader will see."""
    return (course / "submitted" / student / NAME / FILE).read_bytes()


def tree(root: Path, files: dict[str, bytes]) -> Path:
    """Write files."""
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


LAYOUTS = {
    "folders": "{student}/" + FILE,
    "nbgrader": "submitted/{student}/" + f"{NAME}/{FILE}",
    "one file each": "{student}.ipynb",
    "name and assignment": f"{NAME}_{{student}}.ipynb",
    "assignment first": f"{NAME}/{{student}}/{FILE}",
    "a folder around": "반/{student}/" + FILE,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("packed", ["folder", "zip", "tar"])
def test_each_layout_is_understood(course, tmp_path, right, layout, packed):
    files = {LAYOUTS[layout].format(student=one): right for one in ("ada", "김하나")}
    if packed == "folder":
        place = tree(tmp_path / "in", files)
    elif packed == "zip":
        place = archives.zipped(tmp_path / "in.zip", files)
    else:
        members = [(archives.member(name), data) for name, data in files.items()]
        place = archives.tarred(tmp_path / "in.tar.gz", members)
    assert states(collect(course, place)) == {"ada": "new", "김하나": "new"}
    assert taken(course, "김하나") == right


def test_one_student_of_nbgraders_tree_with_two_assignments(course, tmp_path, right):
    place = tree(tmp_path / "in", {f"ada/{NAME}/{FILE}": right, f"bora/other/{FILE}": right})
    assert states(collect(course, place))["ada"] == "new"


def test_exchange_takes_the_last_by_its_moment_and_not_by_its_digits(course, tmp_path, right):
    early = f"inbound/ada+{NAME}+2026-03-01 10:00:00 KST+0a1b2c3d"  # 01:00 UTC
    late = f"inbound/ada+{NAME}+2026-03-01 09:30:00 UTC+0a1b2c3e"
    other = "inbound/ada+02-other+2026-03-02 09:30:00 UTC"
    files = {f"{early}/{FILE}": b"old", f"{late}/{FILE}": right, f"{other}/x.ipynb": b"no"}
    files["outbound/01-small/01-small.ipynb"] = b"the release"
    found = collect(course, tree(tmp_path / "exchange", files))
    assert states(found) == {"ada": "new"} and taken(course, "ada") == right
    assert codes(found["ada"])["last_of_several"] == "2"
    assert found["ada"].handed_in == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    stamp = (course / "submitted/ada" / NAME / "timestamp.txt").read_text()
    assert stamp.strip() == "2026-03-01 09:30:00.000000 UTC"


def test_moodle_and_canvas_names(course, tmp_path, right):
    with sqlite3.connect(course / "gradebook.db") as book:
        book.execute("INSERT INTO student (id, first_name, last_name) VALUES ('s1', '하나', '김')")
        book.execute("INSERT INTO student (id, lms_user_id) VALUES ('s2', '777')")
    moodle = {f"김하나_1234_assignsubmission_file_/{FILE}": right}
    assert states(collect(course, archives.zipped(tmp_path / "m.zip", moodle))) == {"s1": "new"}
    flat = {f"김하나_1234_assignsubmission_file_{FILE}": b"2"}
    assert states(collect(course, archives.zipped(tmp_path / "f.zip", flat))) == {"s1": "replaced"}
    canvas = {"leebora_LATE_777_4567_01-small-1.ipynb": right, "kim_778_4568_a.ipynb": right}
    found = collect(course, archives.zipped(tmp_path / "c.zip", canvas))
    assert states(found) == {"kim": "unknown_student", "s2": "new"}
    assert codes(found["s2"])["renamed"] == "01-small-1.ipynb"
    assert "kim-778" in collect(course, tmp_path / "c.zip", enrol=True)


def test_cp949_names_and_backslashes(course, tmp_path, right):
    place = archives.cp949_zip(tmp_path / "windows.zip", {f"홍길동\\{FILE}": right})
    assert states(collect(course, place)) == {"홍길동": "new"}
    name = f"홍길동/{FILE}".encode("cp949").decode("utf-8", "surrogateescape")
    place = archives.tarred(tmp_path / "w.tar", [(archives.member(name), right)], "w")
    assert states(collect(course, place)) == {"홍길동": "unchanged"}


def test_composed_and_decomposed_letters_and_case_are_one_student(course, tmp_path, right):
    nfd = unicodedata.normalize("NFD", "김하나")
    files = {f"{nfd}/{FILE}": right, f"김하나/{FILE}": right, "Ada/01-SMALL.ipynb": right}
    found = collect(course, archives.zipped(tmp_path / "mac.zip", files))
    assert states(found) == {"김하나": "new", "Ada": "new"}


HOSTILE = {
    "link": lambda path, ok: archives.special_zip(
        path, f"eve/{FILE}", b"/etc/passwd", archives.LINK
    ),
    "pipe": lambda path, ok: archives.special_zip(path, f"eve/{FILE}", b"", archives.PIPE),
    "device": lambda path, ok: archives.special_zip(path, f"eve/{FILE}", b"", archives.DEVICE),
    "bomb": lambda path, ok: archives.bomb(path, f"eve/{FILE}", 120),
    "lying bomb": lambda path, ok: archives.bomb(path, f"eve/{FILE}", 120, said=1000),
    "traversal": lambda path, ok: archives.zipped(path, {f"eve/../../../out/{FILE}": ok}),
    "absolute": lambda path, ok: archives.zipped(path, {f"/tmp/eve/{FILE}": ok}),
    "drive": lambda path, ok: archives.zipped(path, {f"C:\\eve\\{FILE}": ok}),
    "control": lambda path, ok: archives.zipped(path, {f"eve\x1b[31m/{FILE}": ok}),
    "tar link": lambda path, ok: archives.tarred(
        path, [(archives.member(f"eve/{FILE}", tarfile.SYMTYPE, "/etc/passwd"), b"")]
    ),
    "tar hard link": lambda path, ok: archives.tarred(
        path, [(archives.member(f"eve/{FILE}", tarfile.LNKTYPE, "ada/x"), b"")]
    ),
    "tar pipe": lambda path, ok: archives.tarred(
        path, [(archives.member(f"eve/{FILE}", tarfile.FIFOTYPE), b"")]
    ),
    "tar traversal": lambda path, ok: archives.tarred(
        path, [(archives.member(f"../eve/{FILE}"), ok)]
    ),
    "zip in zip": lambda path, ok: archives.zipped(path, {"eve/work.zip": ok}),
    "several": lambda path, ok: archives.zipped(path, {"eve/a.ipynb": ok, "eve/b.ipynb": ok}),
    "no notebook": lambda path, ok: archives.zipped(path, {"eve/notes.txt": ok}),
    "nobody": lambda path, ok: archives.zipped(path, {FILE: ok}),
    "odd id": lambda path, ok: archives.zipped(path, {f"eve;rm/{FILE}": ok, f"b/{FILE}": ok}),
}
CODES = {
    "link": "link", "pipe": "special", "device": "special", "bomb": "too_large",
    "lying bomb": "unreadable", "traversal": "unsafe_path", "absolute": "unsafe_path",
    "drive": "unsafe_path", "control": "unsafe_path", "tar link": "link",
    "tar hard link": "link", "tar pipe": "special", "tar traversal": "unsafe_path",
    "zip in zip": "archive_inside", "several": "several", "no notebook": "no_notebook",
    "nobody": "no_student", "odd id": "bad_student",
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_archive_is_rejected_with_its_reason(course, tmp_path, right, case):
    place = HOSTILE[case](tmp_path / "in.zip", right)
    before = {path for path in tmp_path.rglob("*") if "course" not in path.parts}
    found = [one for one in collect(course, place).values() if one.fault]
    assert [one.fault.code for one in found] == [CODES[case]]
    assert "/" in found[0].fault.explain("x") and found[0].fault.what("ko")
    assert not list((course / "submitted").rglob("*.ipynb")) or case == "odd id"
    assert {path for path in tmp_path.rglob("*") if "course" not in path.parts} == before


def test_a_place_may_hold_no_more_than_its_limit(course, tmp_path, monkeypatch):
    files = {f"{one}/{FILE}": bytes(90) for one in ("a", "b")}
    monkeypatch.setattr(intake_archives, "WHOLE", 100)
    found = collect(course, archives.zipped(tmp_path / "in.zip", files))
    assert states(found) == {"a": "new", "b": "bomb"}
    members = [(archives.member(name), data) for name, data in files.items()]
    with pytest.raises(RefusalError, match="모두 더하면 너무 큽니다"):
        collect(course, archives.tarred(tmp_path / "in.tar", members))


def test_no_size_is_believed(monkeypatch):
    monkeypatch.setattr(entries, "LARGEST", 100)
    asked = []
    with pytest.raises(FaultError) as raised:
        entries.limited(lambda most: asked.append(most) or bytes(most))
    assert asked == [101] and raised.value.code == "too_large"


def test_a_tars_extended_header_of_any_size_is_not_read(course, tmp_path, right):
    big = archives.member("x", tarfile.XHDTYPE)
    members = [(archives.member(f"ada/{FILE}"), right), (big, bytes(3 << 20))]
    with pytest.raises(RefusalError, match="extended header"):
        collect(course, archives.tarred(tmp_path / "in.tar.gz", members))


def test_links_and_pipes_of_a_folder_are_not_followed(course, tmp_path, right):
    place = tree(tmp_path / "in", {f"ada/{FILE}": right, "secret/x": b"1"})
    os.symlink(tmp_path / "in/secret", place / "ada" / "data")
    for student in ("eve", "ida", "kim"):
        (place / student).mkdir()
    os.symlink("/etc/passwd", place / "eve" / FILE)
    os.mkfifo(place / "ida" / FILE)
    os.symlink("/etc", place / "kim" / NAME)
    found = collect(course, place)
    assert states(found) | {"secret": ""} == {
        "ada": "new", "eve": "link", "ida": "special", "kim": "link", "secret": "",
    }  # fmt: skip
    assert codes(found["ada"])["left_out"] == "data: link"
    assert "링크" in notes.both("left_out", "data: link")


def test_another_name_is_taken_and_said_and_the_exact_one_wins(course, tmp_path, right):
    names = ("01-small (1).ipynb", "mine.ipynb", "01-SMALL.IPYNB", "01-small.ipynb.txt")
    files = {f"s{i}/{name}": right for i, name in enumerate(names)}
    files |= {f"t/{FILE}": right, "t/01-small (1).ipynb": b"other", "t/z.ipynb": b"other"}
    files |= {"u/01-small (2).ipynb": right, "u/scratch.ipynb": b"other"}
    found = collect(course, tree(tmp_path / "in", files))
    assert set(states(found).values()) == {"new"}
    assert [codes(found[f"s{i}"])["renamed"] for i in range(4)] == list(names)
    assert "renamed" not in codes(found["t"])
    assert {taken(course, student) for student in found} == {right}


def test_a_broken_resubmission_does_not_leave_the_old_one(course, tmp_path, right):
    collect(course, tree(tmp_path / "a", {f"ada/{FILE}": right}))
    assert grader("autograde", NAME, "--course", course).returncode == 0
    place = archives.special_zip(tmp_path / "b.zip", f"ada/{FILE}", b"/x", archives.LINK)
    assert states(collect(course, place)) == {"ada": "link"}
    said = grader("autograde", NAME, "--course", course)
    assert said.returncode == 1 and "it is a link" in said.stderr and "링크입니다" in said.stderr
    with sqlite3.connect(course / "gradebook.db") as book:
        assert book.execute("SELECT auto_score FROM grade").fetchall() == [(None,)] * 3
    kept = list((course / "exports/replaced/ada").rglob(FILE))
    assert [path.read_bytes() for path in kept] == [right]
    assert states(collect(course, tree(tmp_path / "c", {f"ada/{FILE}": right})))["ada"]
    assert grader("autograde", NAME, "--course", course).returncode == 0


def test_what_was_handed_in_last_wins_whatever_its_stamp_says(course, tmp_path, right):
    first = {f"ada/{FILE}": b"1", "ada/timestamp.txt": b"2026-03-02 10:00:00 UTC"}
    second = {f"ada/{FILE}": right, "ada/timestamp.txt": b"2026-03-01 10:00:00 KST"}
    collect(course, tree(tmp_path / "a", first))
    found = collect(course, tree(tmp_path / "b", second))
    assert states(found) == {"ada": "replaced"} and taken(course, "ada") == right
    assert "older_stamp" in codes(found["ada"])


def test_nothing_is_collected_twice_and_nothing_is_lost(course, tmp_path, right):
    place = tree(tmp_path / "in", {f"ada/{FILE}": right, "ada/data.csv": b"1,2"})
    assert states(collect(course, place)) == {"ada": "new"}
    assert states(collect(course, place)) == {"ada": "unchanged"}
    for number in (b"2", b"3"):
        (place / "ada/data.csv").write_bytes(number)
        assert states(collect(course, place)) == {"ada": "replaced"}
    kept = sorted(path.read_bytes() for path in (course / "exports/replaced").rglob("data.csv"))
    assert kept == [b"1,2", b"2"]


@pytest.mark.parametrize(
    ("stamp", "late", "zoned"),
    [
        ("2026-03-10 23:59:00 KST", 0, True),
        ("2026-03-10 15:00:00 UTC", 1, True),
        ("2026-03-11 00:09:00", 10, False),
        ("2026-03-10 08:00:30 America/Los_Angeles", 2, True),  # summer time: 15:00:30 UTC
    ],
)
def test_minutes_late_are_exact_across_zones(course, tmp_path, right, stamp, late, zoned):
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as settings:
        settings.write(f"c.Clock.deadlines = {{{NAME!r}: '2026-03-10 23:59 KST'}}\n")
    files = {f"ada/{FILE}": right, "ada/timestamp.txt": stamp.encode()}
    found = collect(course, tree(tmp_path / "in", files))["ada"]
    assert found.minutes_late == late and ("no_zone" not in codes(found)) == zoned
    assert grader("autograde", NAME, "--course", course).returncode == 0
    with sqlite3.connect(course / "gradebook.db") as book:
        due, handed_in = book.execute(
            "SELECT duedate, timestamp FROM assignment JOIN submitted_assignment "
            "ON assignment_id = assignment.id"
        ).fetchone()
    assert due.startswith("2026-03-10 14:59:00")
    assert handed_in[:19] == found.handed_in.strftime("%Y-%m-%d %H:%M:%S")


def test_a_stamp_in_kst_laid_there_by_hand_is_no_utc(course, right):
    path = hand_in.put(course, "ada", right.decode())
    (path.parent / "timestamp.txt").write_text("2026-03-01 10:00:00 KST")
    assert grader("autograde", NAME, "--course", course).returncode == 0
    with sqlite3.connect(course / "gradebook.db") as book:
        (stamp,) = book.execute("SELECT timestamp FROM submitted_assignment").fetchone()
    assert stamp.startswith("2026-03-01 01:00:00")


def test_the_command_says_all_of_it_and_goes_on(course, tmp_path, right):
    files = {f"ada/{FILE}": right, "eve/a.ipynb": right, "eve/b.ipynb": right, "ida/x.ipynb": right}
    place = archives.zipped(tmp_path / "class.zip", files)
    said = grader("collect", NAME, "--from", place, "--course", course, "--json")
    assert said.returncode == 1
    assert "several notebooks" in said.stderr and "노트북이 여럿" in said.stderr
    found = {one["student"]: one for one in json.loads(said.stdout)["assignments"][NAME]}
    assert {key: one["state"] for key, one in found.items()} == {
        "ada": "new", "eve": "rejected", "ida": "new",
    }  # fmt: skip
    assert found["ida"]["notes"][0]["code"] == "renamed" and found["eve"]["reason"]["ko"]


@pytest.mark.parametrize("place", ["none.zip", "text.zip", "half.zip"])
def test_wrong_places_are_refused(course, tmp_path, right, place):
    (tmp_path / "text.zip").write_text("no archive")
    whole = archives.zipped(tmp_path / "whole.zip", {f"ada/{FILE}": right}).read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    said = grader("collect", NAME, "--from", tmp_path / place, "--course", course)
    assert said.returncode == 2 and "폴더도 압축 파일도 아닙니다" in said.stderr
    assert not (course / "submitted").exists()


def test_collect_without_a_place_says_how(course):
    said = grader("collect", NAME, "--course", course)
    assert said.returncode == 2 and "--from submissions.zip" in said.stderr


def test_each_reason_speaks_both_languages():
    for (en, ko), expected, (fix, ko_fix) in FAULTS.values():
        assert en and ko.endswith(".") and expected and fix and ko_fix.endswith(".")
