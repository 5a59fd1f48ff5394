"""Who a name is: the gradebook's students, found by id, by LMS number or by name."""

from __future__ import annotations

import re
import unicodedata

from nbgrader.api import Gradebook

from ..course import Course
from ..faults import FaultError
from .names import Whose, same

_ID = re.compile(r"[\w.@' -]{1,100}")


class Roster:
    """The students of a course; an empty one takes everybody."""

    def __init__(self, course: Course, enrol: bool):
        with Gradebook(course.db_url) as book:
            rows = [
                (one.id, one.first_name or "", one.last_name or "", one.lms_user_id or "")
                for one in book.students
            ]
        self.enrol = enrol or not rows
        self.ids = {same(row[0]): row[0] for row in rows}
        self.numbers = {row[3]: row[0] for row in rows if row[3]}
        self.names: dict[str, set[str]] = {}
        for key, first, last, _ in rows:
            for name in (f"{first} {last}", f"{last} {first}", f"{last}{first}"):
                self.names.setdefault(squeezed(name), set()).add(key)
        self.names.pop("", None)

    def find(self, one: Whose) -> str:
        """Return a student's id.

        Raises
        ------
        FaultError
            If nobody, or more than one student, is meant, or the id is none.
        """
        known = self.known(one)
        if known:
            return known
        new = one.student or "-".join(filter(None, (one.name.strip(), one.lms)))
        new = unicodedata.normalize("NFC", new).strip()
        if not new:
            raise FaultError("no_student")
        if not _ID.fullmatch(new) or new.startswith((".", "-")):
            raise FaultError("bad_student", given=repr(new[:60]))
        if not self.enrol:
            raise FaultError("unknown_student", given=new)
        return self.ids.setdefault(same(new), new)

    def known(self, one: Whose) -> str:
        """Return the id of a student of the gradebook, or nothing."""
        if one.lms and one.lms in self.numbers:
            return self.numbers[one.lms]
        for text in (one.student, one.name, f"{one.name}-{one.lms}"):
            if text and same(text) in self.ids:
                return self.ids[same(text)]
        named = self.names.get(squeezed(one.student or one.name), set())
        if len(named) > 1:
            raise FaultError("two_students", given=", ".join(sorted(named)))
        return next(iter(named), "")


def squeezed(name: str) -> str:
    """Return a name without what systems leave out of it: spaces, commas, letter case."""
    return re.sub(r"[\W_]", "", same(name))
