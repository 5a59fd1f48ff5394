"""Write the page about a class, in each language; no script, nothing from elsewhere."""

from __future__ import annotations

import statistics
from pathlib import Path

from ..chapters import chapter_of
from ..course import Course
from ..feedback import page
from ..rows import short
from ..words import LANGUAGES
from . import alike, figures
from .gather import Work, gather
from .texts import text

SLOWEST = 10


def write_report(course: Course, assignment: str, *, names: bool = False) -> list[Path]:
    """Write `exports/NAME.report.LANGUAGE.html`; return both places."""
    works = gather(course, assignment, names=names)
    facts = facts_of(course, assignment, works)
    places = []
    for language in LANGUAGES:
        place = course.exports / f"{assignment}.report.{language}.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        new = place.with_suffix(".new")
        new.write_text(rendered(course, facts, language, place), encoding="utf-8")
        new.replace(place)
        places.append(place)
    return places


def facts_of(course: Course, assignment: str, works: list[Work]) -> dict:
    """Collect all numbers of the page, the same for both languages."""
    parts = course.anatomy(assignment)
    here = [one for one in works if one.row.state != "missing"]
    values = figures.shares(here, parts)
    timed = [one for one in here if one.seconds is not None]
    code = [q.id for q in parts.questions if parts.cells[q.id].cell_type == "code"]
    return {
        "assignment": assignment,
        "count": len(here),
        "missing": len(works) - len(here),
        "values": sorted(values),
        "histogram": figures.histogram(values),
        "items": figures.items(here, parts),
        "mistakes": figures.mistakes(here),
        "again": figures.again(here),
        "slowest": sorted(timed, key=lambda one: -one.seconds)[:SLOWEST],
        "failed": [one for one in here if one.failed],
        "late": [one for one in here if one.late],
        "pairs": alike.pairs(here, released(course, assignment, code)),
    }


def released(course: Course, assignment: str, questions: list[str]) -> dict[str, str]:
    """Return the answers' cells as students got them."""
    from nbgrader.api import Gradebook, MissingEntry

    with Gradebook(course.db_url) as book:
        try:
            cells = book.find_notebook(assignment, assignment).source_cells
            return {cell.name: cell.source for cell in cells if cell.name in questions}
        except MissingEntry:
            return {}


def rendered(course: Course, facts: dict, language: str, place: Path) -> str:
    """Return the page in one language."""
    book = course.config.get("FeedbackExporter", {}).get("book", "") or ""

    def link(label: str) -> str:
        return chapter_of(label, language, book, place.resolve().parent)

    other = next(one for one in LANGUAGES if one != language)
    return page(
        "report.html.j2",
        language,
        t=lambda key, *what: text(key, language).format(*what),
        link=link,
        short=short,
        other=other,
        median=statistics.median(facts["values"]) if facts["values"] else None,
        most=max((n for row in facts["mistakes"].values() for n in row.values()), default=1),
        **facts,
    )


def document(course: Course, assignment: str, *, names: bool = True) -> dict:
    """Return the class as plain data: each student's points, flags and reasons, and the numbers."""
    works = gather(course, assignment, names=names)
    facts = facts_of(course, assignment, works)
    return {
        "students": [student(one) for one in sorted(works, key=lambda one: one.label)],
        "questions": [vars(item) for item in facts["items"]],
        "histogram": facts["histogram"],
        "mistakes": facts["mistakes"],
        "alike": [{"students": one.labels, "share": one.share} for one in facts["pairs"]],
    }


def student(one: Work) -> dict:
    """Return one submission as plain data; what is missing is null and not zero."""
    row = one.row
    return {
        "student": one.label,
        "state": row.state,
        "language": row.language,
        "total": row.total,
        "so_far": row.so_far,
        "points": row.points,
        "findings": {
            question: [found["code"] for found in findings if found["code"]]
            for question, findings in one.findings.items()
        },
        "flags": one.flags,
        "reason": row.why,
        "seconds": one.seconds,
        "minutes_late": one.late,
        **one.facts,
    }
