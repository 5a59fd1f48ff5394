"""What `exercises.check` met, and how a student reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .grader.anatomy import grade_id, idea_of, is_test
from .grader.chapters import chapter_of, pages
from .grader.words import LANGUAGES, half

MARKS = {"passed": "✓", "failed": "✗", "later": "·"}
WORDS = {
    "later": ("제출한 뒤에 확인합니다", "checked after you hand in"),
    "timeout": ("끝나지 않아 멈추었습니다", "it did not end and was stopped"),
    "died": (
        "실행하던 중에 코드가 파이썬을 끝냈습니다. 이 뒤는 확인하지 못했습니다.",
        "The code ended Python while it ran. What follows could not be checked.",
    ),
    "does_not_run": ("이 셀이 실행되지 않습니다", "this cell does not run"),
    "where": ("처음 달라지는 곳", "Where it first differs"),
    "read": ("책에서 읽기", "Read in the book"),
    "sums": (
        "통과 {passed}, 다시 볼 것 {failed}, 제출 뒤 {later}",
        "{passed} passed, {failed} to look at again, {later} after handing in",
    ),
    "fine": (
        "보이는 검사를 모두 통과했습니다.",
        "All visible tests pass.",
    ),
}


@dataclass
class Report:
    """What was met: the state of each test by grade id, and findings by question."""

    tests: dict[str, tuple[str, str]] = field(default_factory=dict)  # (state, words)
    broken: dict[str, str] = field(default_factory=dict)  # answers that don't run
    findings: dict[str, list] = field(default_factory=dict)
    died: bool = False

    def hear(self, kind: str, key: str, what) -> None:
        """Take in one piece of news."""
        places = {"test": self.tests, "broken": self.broken, "finding": self.findings}
        places[kind][key] = what

    @property
    def failed(self) -> bool:
        """Tell whether something is to be looked at again."""
        return self.died or any(state == "failed" for state, _ in self.tests.values())


def lines(notebook, report: Report, language: str) -> Iterator[str]:
    """Yield what a student reads: questions with their tests and mistakes, then the sums."""
    ran = [cell for cell in notebook.cells if is_test(cell) and grade_id(cell) in report.tests]
    for question in dict.fromkeys(cell.metadata.get("question", "") for cell in ran):
        yield f"\n{question}"
        if question in report.broken:
            yield f"  ! {word('does_not_run', language)}: {report.broken[question]}"
        for cell in ran:
            if cell.metadata.get("question", "") == question:
                yield from about_test(cell, report, language)
        for finding in report.findings.get(question, ()):
            yield from about_finding(finding, language)
    counts = Counter(state for state, _ in report.tests.values())
    yield ""
    if report.died:
        yield word("died", language)
    yield word("sums", language).format(**{state: counts[state] for state in MARKS})
    if not report.failed:
        yield word("fine", language)


def word(key: str, language: str) -> str:
    """Return one word of the report."""
    return WORDS[key][LANGUAGES.index(language)]


def about_test(cell, report: Report, language: str) -> Iterator[str]:
    """Yield one test's idea, and why it failed."""
    state, words = report.tests[grade_id(cell)]
    tail = f" ({word('later', language)})" if state == "later" else ""
    yield f"  {MARKS[state]} {idea_of(cell.source)[language]}{tail}"
    if words:
        yield from (f"      {line}" for line in half(words, language).split("\n"))


def about_finding(finding, language: str) -> Iterator[str]:
    """Yield a mistake and where to read about it."""
    yield f"  → {finding.code or word('where', language)}: {finding.thought[language]}"
    yield f"    {finding.look_again[language]}"
    yield f"    {word('read', language)}: {place_of(finding.link, language)}"


def place_of(label: str, language: str) -> str:
    """Return the built page of a label, or where it stands in the book's source."""
    local = chapter_of(label, language, "", Path.cwd())
    page = Path(local.partition("#")[0])
    return local if page.exists() else f"book/{pages().get(label, 'index')} #{label}"
