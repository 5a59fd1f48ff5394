"""Why submissions have no grade: a small file, for the table, the pages and the next run."""

from __future__ import annotations

import json

from .course import Course
from .faults import FaultError


class Failures:
    """The failures of one assignment, by student."""

    def __init__(self, course: Course, assignment: str):
        self.path = course.exports / f"{assignment}.failures.json"
        self.known: dict[str, dict] = {}
        if self.path.exists():
            self.known = json.loads(self.path.read_text(encoding="utf-8"))

    def same(self, student: str, now: dict[str, str]) -> bool:
        """Tell whether this submission has failed before."""
        return all(self.known.get(student, {}).get(key) == now[key] for key in now)

    def fault(self, student: str) -> FaultError | None:
        """Return why a student has no grade."""
        found = self.known.get(student)
        return FaultError(found["code"], found["name"], found["given"]) if found else None

    def add(self, student: str, fault: FaultError, seen: dict[str, str]) -> None:
        """Remember a failure."""
        said = {"code": fault.code, "name": fault.name, "given": fault.given}
        self.known[student] = {**said, **seen}
        self.write()

    def remove(self, student: str) -> None:
        """Forget a failure."""
        if self.known.pop(student, None):
            self.write()

    def write(self) -> None:
        """Write the file in one step."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.known, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        new = self.path.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        new.replace(self.path)
