"""The table that a teacher reads in the terminal, and the CSV that other programs read."""

from __future__ import annotations

import csv
import os
from pathlib import Path

from rich.console import Console
from rich.table import Table

from .anatomy import Anatomy
from .course import Course
from .feedback import number
from .rows import Row, short
from .words import word


def show(console: Console, parts: Anatomy, rows: list[Row], language: str) -> None:
    """Print one line for each student."""
    table = Table(title=parts.name, title_justify="left", show_lines=False, pad_edge=False)
    table.add_column(word("student", language))
    for question in parts.questions:
        table.add_column(f"{short(question.id)}\n/{number(question.points)}", justify="right")
    whole = sum(question.points for question in parts.questions)
    table.add_column(f"{word('total', language)}\n/{number(whole)}", justify="right")
    table.add_column(word("why", language), overflow="fold", ratio=1)
    for row in rows:
        points = [number(row.points[question.id]) for question in parts.questions]
        total = number(row.so_far) + ("+?" if row.so_far is not None and row.total is None else "")
        who = f"{row.name} ({row.student})" if row.name else row.student
        style = "red" if row.state == "failed" else "dim" if row.state == "missing" else ""
        table.add_row(plain(who), *points, total, plain(row.why[language]), style=style)
    console.print(table)


def plain(text: str) -> str:
    """Keep rich from reading a student's text as markup."""
    return text.replace("[", r"\[")


def export(course: Course, parts: Anatomy, rows: list[Row]) -> Path:
    """Write the CSV of an assignment; a grade that is not there is an empty field."""
    path = course.exports / f"{parts.name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    ids = [question.id for question in parts.questions]
    new = path.with_suffix(".csv.new")
    with new.open("w", encoding="utf-8-sig", newline="") as file:  # spreadsheets need the mark
        writer = csv.writer(file)
        head = ["student", "name", "language", "state", *ids, "so_far", "total"]
        writer.writerow([*head, "why_ko", "why_en"])
        for row in rows:
            points = [cell(row.points[key]) for key in ids]
            start = [safe(row.student), safe(row.name), row.language, row.state]
            end = [cell(row.so_far), cell(row.total), safe(row.why["ko"]), safe(row.why["en"])]
            writer.writerow([*start, *points, *end])
    os.replace(new, path)
    return path


def cell(points: float | None) -> str:
    """Write points; missing stays empty."""
    return "" if points is None else f"{points:g}"


def safe(text: str) -> str:
    """Keep a spreadsheet from reading a text as a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
