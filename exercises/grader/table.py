"""The table that a teacher reads in the terminal, and the CSV that other programs read."""

from __future__ import annotations

import csv
import os
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .anatomy import Anatomy
from .course import Course
from .feedback import number
from .rows import Row, short
from .words import word

WIDE = 120  # columns from which the reason fits beside the points


def show(console: Console, parts: Anatomy, rows: list[Row], language: str) -> None:
    """Print one line for each student; on a narrow terminal the reason stands below it."""
    whole = sum(one.points for one in parts.questions)
    heads = [(short(one.id), one.points) for one in parts.questions]
    heads.append((word("total", language), whole))
    layout = wide_table if console.width >= WIDE else narrow_table
    console.print(Text(parts.name, "bold"))
    layout(console, [(name, f"/{number(points)}") for name, points in heads], rows, language)


def wide_table(console: Console, heads, rows: list[Row], language: str) -> None:
    """Print the reason beside the points."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(word("student", language), overflow="fold")
    for head in heads:
        table.add_column("\n".join(head), justify="right", no_wrap=True)
    table.add_column(word("why", language), overflow="fold", ratio=1)
    for row in rows:
        table.add_row(Text(who(row)), *points_in(row), Text(row.why[language]), style=style_of(row))
    console.print(table)


def narrow_table(console: Console, heads, rows: list[Row], language: str) -> None:
    """Print the reason below the points; Hangul is two columns wide."""
    widths = [1 + max(5, min(6, cell_len(name))) for name, _ in heads]
    rest = max(12, console.width - sum(widths) - 1)

    def line(first: str, cells: list[str], style: str) -> None:
        shown = [fit(cell, width) for cell, width in zip(cells, widths, strict=True)]
        console.print(Text(set_cell_size(first, rest) + "".join(shown), style), soft_wrap=True)

    line(word("student", language), [name for name, _ in heads], "bold")
    line("", [points for _, points in heads], "bold")
    for row in rows:
        line(who(row), points_in(row), style_of(row))
        console.print(Padding(Text(row.why[language], "dim"), (0, 0, 0, 2)))


def fit(text: str, width: int) -> str:
    """Put a text at the right end of a column."""
    text = set_cell_size(text, min(cell_len(text), width - 1))
    return " " * (width - cell_len(text)) + text


def who(row: Row) -> str:
    """Return how the table calls a student."""
    return f"{row.name} ({row.student})" if row.name else row.student


def points_in(row: Row) -> list[str]:
    """Return the points of each question and the total; '+?' says that some are missing."""
    open_end = "+?" if row.so_far is not None and row.total is None else ""
    return [*(number(points) for points in row.points.values()), number(row.so_far) + open_end]


def style_of(row: Row) -> str:
    """Return the colour of a line."""
    return {"failed": "red", "missing": "dim"}.get(row.state, "")


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
