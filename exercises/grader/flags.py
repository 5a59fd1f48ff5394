"""What a teacher should look at: cells that were tampered with, and code that misbehaved.

A flag changes no points. It says what was found, where, and what was done about it.
"""

from __future__ import annotations

from . import anatomy
from .words import LANGUAGES

FLAGS = {
    "moved": ("셀을 옮겨서 제자리에 놓았습니다", "cells were moved and put back"),
    "retyped": ("셀의 종류를 바꾸어서 되돌렸습니다", "the type of cells was changed back"),
    "edited": ("검사 셀을 고쳤지만 원본으로 채점했습니다", "tests were edited; the source's ran"),
    "points": ("배점을 고쳤지만 원본의 배점입니다", "points were edited; the source's count"),
    "tagged": ("검사에 건너뛰기 태그를 붙였습니다", "tests were tagged to be skipped; they ran"),
    "memory": ("메모리를 너무 많이 써서 멈추었습니다", "stopped: it used too much memory"),
    "processes": ("프로세스를 너무 많이 만들어 멈추었습니다", "stopped: too many processes"),
    "ended": ("셀이 파이썬을 끝냈습니다", "a cell ended Python"),
    "changed": (
        "받은 배열을 고쳐서 검사가 맞게 만들었습니다",
        "it changed what it was given until the test agreed",
    ),
    "channel": ("채점 통로를 건드리거나 파이썬을 끝냈습니다", "it ended Python or broke its line"),
    "deaf": ("멈추라는 신호를 무시했습니다", "it ignored the signal to stop"),
    "foreign": ("아는 셀의 이름을 다른 셀에 붙였습니다", "ids of the course stand on other cells"),
}
SKIPS = {"skip-execution", "skip_execution", "raises-exception", "nbgrader-skip"}


def of_cells(nb, wanted) -> list[dict]:
    """Compare submitted cells with the source's before anything is repaired."""
    found = []
    for cell in nb.cells:
        key = anatomy.grade_id(cell)
        if key in wanted:
            found += [{"what": what, "cell": key} for what in tampered(cell, wanted[key])]
    return found


def tampered(cell, wanted) -> list[str]:
    """Return what was done to one cell that students don't edit."""
    found = ["retyped"] if cell.cell_type != wanted.cell_type else []
    if not anatomy.is_test(wanted):
        return found
    tags = cell.metadata.get("tags", ())
    if isinstance(tags, list) and SKIPS & {tag for tag in tags if isinstance(tag, str)}:
        found.append("tagged")
    if anatomy.facts(cell).get("points") not in (None, anatomy.facts(wanted).get("points")):
        found.append("points")
    return found + (["edited"] if differs(cell, wanted) else [])


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def differs(cell, wanted) -> bool:
    """Tell whether a test is not what was released; comments may have been translated."""
    shown = "\n".join(anatomy.regions(wanted.source)[""])
    return squeezed(cell.source) != squeezed(shown)


def said(grading: dict, language: str) -> list[str]:
    """Return the flags of a submission in one language, cells of one kind together."""
    cells: dict[str, list[str]] = {}
    for one in (*grading.get("flags", ()), *grading.get("events", ())):
        if one["what"] in FLAGS and one["cell"] not in cells.setdefault(one["what"], []):
            cells[one["what"]].append(one["cell"])
    place = LANGUAGES.index(language)
    return [f"{FLAGS[what][place]} ({', '.join(keys)})" for what, keys in cells.items()]
