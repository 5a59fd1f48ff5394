"""The commands around a batch: collect what was handed in, bring back a gradebook."""

from __future__ import annotations

import sys
from collections import Counter

from . import backup
from .corrections import correct
from .course import Course
from .intake import notes
from .intake.collect import Arrival, Collection
from .refusal import RefusalError
from .terminal import say, shown


def do_collect(course: Course, name: str, options) -> int:
    """Take in one assignment; 1 if somebody's was rejected."""
    if options.place is None or (not options.assignment and len(course.assignments()) > 1):
        raise RefusalError(
            "collect",
            "it needs an assignment and a place",
            "과제와 가져올 곳을 적어야 합니다.",
            given=f"{options.assignment or '-'} --from {options.place or '-'}",
            expected=", ".join(course.assignments()),
            fix=f"collect {name} --from submissions.zip",
        )
    arrivals = []
    for one in Collection(course, name, options.place, enrol=options.enrol).run():
        arrivals.append(one)
        tell(name, one)
    count = Counter(one.state for one in arrivals)
    words = [("new", "새로"), ("replaced", "바꿈"), ("unchanged", "그대로"), ("rejected", "거절")]
    en = ", ".join(f"{key} {count[key]}" for key, _ in words)
    ko = ", ".join(f"{text} {count[key]}" for key, text in words)
    say(f"{name}: {en} / {ko}")
    options.documents[name] = [document(one) for one in arrivals]
    return 1 if count["rejected"] else 0


def tell(assignment: str, one: Arrival) -> None:
    """Say what is worth a line: rejections, and what was done to what came in."""
    if one.fault:
        print(one.fault.explain(f"{one.student}/{assignment}"), file=sys.stderr)
    for code, what in one.notes:
        say(f"{one.student}: {notes.both(code, what)}")


def document(one: Arrival) -> dict:
    """Return an arrival as plain data."""
    return {
        "student": one.student,
        "state": one.state,
        "sha256": one.sha256 or None,
        "handed_in": one.handed_in.isoformat() if one.handed_in else None,
        "minutes_late": one.minutes_late,
        "notes": [
            {"code": code, **{text: notes.note(code, what, text) for text in ("ko", "en")}}
            for code, what in one.notes
        ],
        "reason": one.fault
        and {"code": one.fault.code, "ko": one.fault.why("ko"), "en": one.fault.why("en")},
    }


def do_import(course: Course, name: str, options) -> int:
    """Take points that a person corrected in the exported table."""
    place = options.place or course.exports / f"{name}.csv"
    changed = correct(course, course.anatomy(name), place)
    for student, question, before, after in changed:
        say(f"{student}, {question}: {before or '–'} -> {after}")
    say(f"{name}: {len(changed)} corrected / {len(changed)}개를 고쳤습니다")
    keys = ("student", "question", "before", "after")
    options.documents[name] = [dict(zip(keys, one, strict=True)) for one in changed]
    return 0


def do_restore(course: Course, options) -> int:
    """List the gradebook's copies, or bring one back."""
    backup.gradebook(course)
    if options.assignment is None:
        return list_copies(course)
    path = backup.chosen(course, options.assignment)
    present, moved = backup.restore(course, path)
    say(f"restored / 되돌렸습니다: {path.name}")
    if present:
        say(f"the one that stood there is kept / 있던 것은 남아 있습니다: {shown(present)}")
    for one in moved:
        say(f"set aside / 옮겨 두었습니다: {shown(one)}")
    say(
        "grade again: grades by hand come from this copy, the others are made anew / "
        "다시 채점하세요. 직접 준 점수는 이 사본의 것이고 나머지는 새로 만듭니다."
    )
    return 0


def list_copies(course: Course) -> int:
    """Print the copies, the newest first."""
    found = backup.copies(course)
    if not found:
        say("no copies yet; each batch makes one / 아직 사본이 없습니다. 채점할 때마다 만듭니다.")
    for number, path in enumerate(found, 1):
        when, (students, handed_in, by_hand) = backup.describe(path)
        say(
            f"{number:3}  {when.astimezone():%Y-%m-%d %H:%M:%S %z}  {path.name}  "
            f"students / 학생 {students}, submissions / 제출 {handed_in}, "
            f"by hand / 직접 {by_hand}"
        )
    if found:
        say("restore NUMBER, make restore BACKUP=NUMBER")
    return 0
