"""What a check says to an author: place, given, expected, fix, in Korean and in English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One finding. ``what`` and ``fix`` are (Korean, English) pairs."""

    file: str
    cell: str
    what: tuple[str, str]
    given: str
    expected: str
    fix: tuple[str, str]
    stale: bool = False  # a stamp that only a person's reading can renew

    def __str__(self) -> str:
        lines = [
            f"{self.file}, cell {self.cell}: {self.what[0]} / {self.what[1]}",
            f"  given / 지금: {self.given}",
            f"  expected / 기대: {self.expected}",
            f"  고치기: {self.fix[0]}",
            f"  fix: {self.fix[1]}",
        ]
        return "\n".join(lines)


def report(problems: Iterable[Problem]) -> str:
    """Join problems into one text for a terminal or an assertion message."""
    found = list(problems)
    if not found:
        return ""
    return "\n\n".join(map(str, found)) + f"\n\n{len(found)} problem(s) / 문제 {len(found)}건"
