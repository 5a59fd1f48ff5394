"""Take in a class: every student by itself, none can stop the others, nothing is lost."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ..clock import Clock, minutes_late
from ..course import Course
from ..faults import FaultError
from ..refusal import RefusalError
from ..release import free_name
from .archives import in_archive, is_archive
from .choose import STAMP, HandIn, beside, is_packed, last, notebook_of
from .entries import Entry, in_folder
from .names import Whose, is_notebook, is_of_exchange, same, top_of, whose
from .roster import Roster

REJECTED = "rejected.json"


@dataclass
class Arrival:
    """What happened to one student's submission: 'new', 'replaced', 'unchanged' or 'rejected'."""

    student: str
    state: str
    fault: FaultError | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)  # code of notes.NOTES, what
    sha256: str = ""
    handed_in: datetime | None = None
    minutes_late: int | None = None


class Collection:
    """One run over a place."""

    def __init__(self, course: Course, assignment: str, place: Path, *, enrol: bool = False):
        self.course, self.assignment, self.place = course, assignment, Path(place)
        self.clock = Clock(config=course.config)
        self.due = course.deadline(assignment)
        self.roster = Roster(course, enrol)
        self.record = Record(course, assignment)

    def run(self) -> Iterator[Arrival]:
        """Check and copy; yield what happened to each."""
        with ExitStack() as self.keep:
            yield from self.take_all()
        self.record.write()

    def take_all(self) -> Iterator[Arrival]:
        """Sort the place's files by student, then take each in."""
        students: dict[str, dict[str, HandIn]] = {}
        for entry, one in self.found():
            try:
                student = self.roster.find(one)
            except FaultError as fault:
                yield from self.turn_away(entry, one, fault)
                continue
            hand_ins = students.setdefault(student, {})
            place = one.handed_in or "/".join(entry.path[: -len(one.file.split("/"))])
            hand_ins.setdefault(place, HandIn()).add(one, entry)
        for student in sorted(students):
            yield self.take(student, list(students[student].values()))

    def turn_away(self, entry: Entry, one: Whose, fault: FaultError) -> Iterator[Arrival]:
        """Reject what is nobody's, once for each student and reason."""
        if fault.code == "no_student":
            code = entry.fault or ("archive_inside" if is_packed(entry.path[-1]) else fault.code)
            if code == fault.code and not is_notebook(entry.path[-1]):
                return  # a list, a README: no submission
            fault = FaultError(code)
        fault.name = self.assignment
        place = one.student or one.name or entry.shown
        if (place, fault.code) not in self.turned_away:
            self.turned_away.add((place, fault.code))
            yield Arrival(place, "rejected", fault)

    def found(self) -> Iterator[tuple[Entry, Whose]]:
        """Yield the place's files of this assignment, with what their paths say."""
        self.turned_away: set[tuple[str, str]] = set()
        entries = list(self.entries())
        if any(is_of_exchange(entry.path) for entry in entries):
            entries = [entry for entry in entries if is_of_exchange(entry.path)]
        others = frozenset(map(same, self.course.assignments())) - {same(self.assignment)}
        top = top_of([entry.path for entry in entries], others | {same(self.assignment)})
        for entry in entries:
            if entry.fault == "unsafe_path":
                yield entry, Whose("", "")
                continue
            one = whose(entry.path[top:], self.assignment, others)
            if one is not None:
                yield entry, one

    def entries(self) -> Iterator[Entry]:
        """Return what lies in the place.

        Raises
        ------
        RefusalError
            If there is no such place, or if it is neither a folder nor an archive.
        """
        if self.place.is_dir():
            return in_folder(self.place)
        if self.place.is_file() and is_archive(self.place):
            return refusing(in_archive(self.place, self.keep), self.place)
        raise no_place(self.place)

    def take(self, student: str, hand_ins: list[HandIn]) -> Arrival:
        """Check a student's last hand-in, and put it where the grader looks for it."""
        arrival = Arrival(student, "rejected")
        hand_in = last(hand_ins, self.clock)
        if len(hand_ins) > 1:
            arrival.notes.append(("last_of_several", str(len(hand_ins))))
        try:
            self.check(arrival, hand_in)
        except FaultError as fault:
            self.reject(arrival, fault)
        self.record.add(arrival, hand_in.lms)
        return arrival

    def check(self, arrival: Arrival, hand_in: HandIn) -> None:
        """Read all that counts, then copy it in one step."""
        name, entry = notebook_of(hand_in, self.assignment)
        data = entry.read()
        said = hand_in.moment(self.clock)
        if name != f"{self.assignment}.ipynb":
            arrival.notes.append(("renamed", name))
        if said and not said.zoned:
            arrival.notes.append(("no_zone", self.clock.zone))
        files, left = beside(hand_in)
        arrival.notes += [("left_out", f"{file}: {code}") for file, code in left]
        arrival.sha256 = hashlib.sha256(data).hexdigest()
        if said:
            files[STAMP] = (said.stamp() + "\n").encode()
            arrival.handed_in = said.utc
            arrival.minutes_late = minutes_late(said.utc, self.due and self.due.utc)
            if arrival.minutes_late:
                arrival.notes.append(("late", str(arrival.minutes_late)))
        elif self.due:
            arrival.notes.append(("no_time", ""))
        files[f"{self.assignment}.ipynb"] = data
        self.put(arrival, files)

    def put(self, arrival: Arrival, files: dict[str, bytes]) -> None:
        """Put files into the student's folder; what lay there stays in `exports/replaced`."""
        place = self.course.folder("submitted", self.assignment, arrival.student)
        if content(place) == files:
            arrival.state = "unchanged"
            return
        earlier = self.record.moment(arrival.student)
        if arrival.handed_in and earlier and arrival.handed_in < earlier:
            arrival.notes.append(("older_stamp", earlier.isoformat(" ", "minutes")))
        new = place.with_name(f".{place.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        for name, data in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(data)
        arrival.state = "replaced" if self.set_aside(place, arrival.student) else "new"
        os.replace(new, place)

    def set_aside(self, place: Path, student: str) -> bool:
        """Move an earlier submission away; tell whether there was one."""
        if not place.exists() and not place.is_symlink():
            return False
        kept = self.course.exports / "replaced" / student / f"{self.assignment}.1"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept = free_name(kept) if kept.exists() else kept
        shutil.move(place, kept)
        return True

    def reject(self, arrival: Arrival, fault: FaultError) -> None:
        """Say why there is no submission; an earlier one doesn't stand in its place."""
        fault.name = self.assignment
        arrival.fault, arrival.state = fault, "rejected"
        said = {"code": fault.code, "given": fault.given}
        text = json.dumps(said, ensure_ascii=False) + "\n"
        self.put(arrival, {REJECTED: text.encode()})
        arrival.state = "rejected"


class Record:
    """What was collected for an assignment: a small file, for the exports and the next run."""

    def __init__(self, course: Course, assignment: str):
        self.path = course.exports / f"{assignment}.collected.json"
        self.known: dict[str, dict] = {}
        if self.path.exists():
            self.known = json.loads(self.path.read_text(encoding="utf-8"))

    def add(self, arrival: Arrival, lms: Whose | None) -> None:
        """Remember one."""
        self.known[arrival.student] = {
            "sha256": arrival.sha256,
            "handed_in": arrival.handed_in.isoformat() if arrival.handed_in else None,
            "name": lms.name if lms else "",
            "lms": lms.lms if lms else "",
        }

    def moment(self, student: str) -> datetime | None:
        """Return when the last one was handed in."""
        said = self.known.get(student, {}).get("handed_in")
        return datetime.fromisoformat(said) if said else None

    def write(self) -> None:
        """Write the file in one step."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.known, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        new = self.path.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        new.replace(self.path)


def content(place: Path) -> dict[str, bytes] | None:
    """Return what a folder of plain files holds; None if anything else is in it, or no folder."""
    if not place.is_dir() or place.is_symlink():
        return None
    found = {}
    for path in place.rglob("*"):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            return None
        if path.is_file():
            found[path.relative_to(place).as_posix()] = path.read_bytes()
    return found


def refusing(entries: Iterator[Entry], place: Path) -> Iterator[Entry]:
    """Turn a fault of a whole archive into a refusal of the command."""
    try:
        yield from entries
    except FaultError as fault:
        raise RefusalError.of([fault.explain(str(place))]) from None


def no_place(place: Path) -> RefusalError:
    """Say that a place holds no submissions."""
    return RefusalError(
        "--from",
        "this is no folder and no archive",
        "폴더도 압축 파일도 아닙니다.",
        given=place,
        expected="a folder, nbgrader's exchange, a zip or a tar / 폴더, 교환소, zip, tar",
        fix="collect ASSIGNMENT --from PLACE",
    )
