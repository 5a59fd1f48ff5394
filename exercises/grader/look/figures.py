"""The numbers of a class: how hard a question was, and what it tells apart."""

from __future__ import annotations

import statistics
from collections import Counter
from dataclasses import dataclass

from ..anatomy import Anatomy
from .gather import Work

BINS = 10


@dataclass(frozen=True)
class Item:
    """One question. `ease` is the mean share of its points; `discrimination` may be unknown."""

    id: str
    points: float
    count: int
    ease: float | None
    discrimination: float | None


def shares(works: list[Work], parts: Anatomy) -> list[float]:
    """Return each submission's share of the points that are graded so far, from 0 to 1."""
    found = []
    for one in works:
        given = [(one.row.points[q.id], q.points) for q in parts.questions]
        known = [(value, whole) for value, whole in given if value is not None and whole]
        if known and one.row.state != "missing":
            found.append(sum(v for v, _ in known) / sum(w for _, w in known))
    return found


def histogram(values: list[float]) -> list[int]:
    """Count shares in ten bins; a full share belongs to the last."""
    counts = Counter(min(BINS - 1, max(0, int(value * BINS))) for value in values)
    return [counts[index] for index in range(BINS)]


def items(works: list[Work], parts: Anatomy) -> list[Item]:
    """Return ease and discrimination of each question.

    Discrimination is the correlation of a question's points with the points of all the others
    (corrected item-total correlation): whoever is strong elsewhere should be strong here.
    """
    found = []
    for question in parts.questions:
        pairs = [pair for one in works if (pair := points_and_rest(one, question.id)) is not None]
        mine = [pair[0] for pair in pairs]
        ease = statistics.fmean(mine) / question.points if mine and question.points else None
        item = Item(question.id, question.points, len(mine), ease, correlation(pairs))
        found.append(item)
    return found


def points_and_rest(one: Work, question: str) -> tuple[float, float] | None:
    """Return a submission's points for a question and for the others that are graded."""
    mine = one.row.points.get(question)
    if mine is None or one.row.state == "missing":
        return None
    rest = (value for key, value in one.row.points.items() if key != question)
    return mine, sum(value for value in rest if value is not None)


def correlation(pairs: list[tuple[float, float]]) -> float | None:
    """Return Pearson's correlation; None for fewer than three pairs, or if one side is constant."""
    if len(pairs) < 3:
        return None
    try:
        return statistics.correlation(*zip(*pairs, strict=True))
    except statistics.StatisticsError:
        return None


def mistakes(works: list[Work]) -> dict[str, dict[str, int]]:
    """Count the students with each known mistake in each question."""
    found: dict[str, Counter] = {}
    for one in works:
        for question, findings in one.findings.items():
            for code in {finding["code"] for finding in findings if finding["code"]}:
                found.setdefault(code, Counter())[question] += 1
    return {code: dict(found[code]) for code in sorted(found)}


def again(works: list[Work]) -> list[dict]:
    """Return what to teach again: each finding with the number of students, the commonest first."""
    told: dict[tuple[str, str], dict] = {}
    students: dict[tuple[str, str], set[str]] = {}
    for one in works:
        for findings in one.findings.values():
            for finding in findings:
                if finding["code"]:
                    key = (finding["code"], finding["link"])
                    told.setdefault(key, finding)
                    students.setdefault(key, set()).add(one.label)
    listed = [{**told[key], "count": len(students[key])} for key in told]
    return sorted(listed, key=lambda one: (-one["count"], one["code"], one["link"]))
