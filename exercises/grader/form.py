"""What is wrong with the form of an assignment's source, found without running it.

`python -m exercises.grader.form` says it for every source; it needs no nbgrader.
"""

from __future__ import annotations

import difflib
import importlib
import re
import sys
from collections import Counter
from pathlib import Path

import nbformat

from rnnkit.errors import explain

from . import anatomy
from .anatomy import facts, is_grade, is_solution, is_task, is_test
from .refusal import RefusalError
from .words import LANGUAGES

SOURCE = Path(__file__).resolve().parent.parent / "source"


def read_source(path: Path) -> nbformat.NotebookNode:
    """Read a source notebook, or refuse it with what its reader says."""
    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        return notebook
    except Exception as error:  # nbformat raises many kinds
        raise RefusalError(
            path.name,
            "the source is not a notebook",
            "원본이 노트북 형식이 아닙니다.",
            given=str(error).split("\n")[0][:160],
            expected="nbformat 4",
            fix="open it in Jupyter and save it / Jupyter에서 열어 저장하세요",
        ) from None


def faults_of_form(notebook) -> list[str]:
    """Return every fault of form of a source notebook."""
    found = [fault for cell in notebook.cells for fault in faults_of(cell)]
    found += repeated_ids(notebook) + untested(notebook) + unasked(notebook)
    return found + wrong_sums(notebook) + unknown_withheld(notebook)


def fault(place: str, what: str, ko: str, given: str, expected: str, fix: str) -> str:
    """Describe one fault of one cell."""
    return explain(f"cell {place}", what, ko, given=given, expected=expected, fix=fix)


def faults_of(cell) -> list[str]:
    """Return what is wrong with one cell by itself."""
    key = anatomy.grade_id(cell)
    place = key or cell.get("id", "?")
    found = unbalanced(cell, place)
    if not key:
        return found + without_id(cell, place)
    if not is_task(cell):
        found += one_language(cell, place)
        if is_grade(cell):
            found += without_points(cell, place)
        if is_test(cell):
            found += without_idea(cell, place)
    return found


def without_id(cell, place: str) -> list[str]:
    """An nbgrader cell needs an id."""
    if not any(facts(cell).get(kind) for kind in ("grade", "solution", "locked")):
        return []
    what, ko = "the cell has no grade id", "grade_id가 없습니다."
    return [fault(place, what, ko, "–", "02-name", '"grade_id": "02-name"')]


def one_language(cell, place: str) -> list[str]:
    """A cell that nbgrader knows must be in both releases."""
    tags = [tag for tag in cell.metadata.get("tags", ()) if tag in LANGUAGES]
    if not tags:
        return []
    what, ko = "a graded cell is in one language only", "채점하는 셀이 한 언어에만 있습니다."
    fix = "write both languages into the cell / 한 셀에 두 언어로 쓰세요"
    return [fault(place, what, ko, f"tag {tags[0]}", "no language tag / 언어 태그 없음", fix)]


def without_points(cell, place: str) -> list[str]:
    """A test needs points."""
    points = facts(cell).get("points")
    if isinstance(points, int | float) and points > 0:
        return []
    what, ko = "the test has no points", "배점이 없습니다."
    return [fault(place, what, ko, repr(points), "> 0", '"points": 1')]


def without_idea(cell, place: str) -> list[str]:
    """A test's first line is what the feedback calls it."""
    idea = anatomy.idea_of(cell.source)
    if idea["ko"] and idea["ko"] != idea["en"]:
        return []
    what = "the first line does not say the idea in both languages"
    ko = "첫 줄이 두 언어로 뜻을 말하지 않습니다."
    given = cell.source.partition("\n")[0][:80] or "–"
    fix = "# 모양이 맞습니다 / The shape is right"
    return [fault(place, what, ko, given, "# 한국어 / English", fix)]


def unbalanced(cell, place: str) -> list[str]:
    """Return withheld regions that are open, or that stand in a cell of another kind."""
    found = []
    for name in anatomy.REGIONS:
        marks = re.findall(rf"(BEGIN|END) {name}", cell.source)
        paired = marks == ["BEGIN", "END"] * (len(marks) // 2)
        owner = is_solution if name == "SOLUTION" else is_grade
        if marks and not (paired and (owner(cell) or is_task(cell))):
            what = "a withheld region is open or stands in a cell of another kind"
            ko = "감추는 구간이 닫히지 않았거나 다른 종류의 셀에 있습니다."
            given = f"{' '.join(marks)} {name}"
            expected = f"### BEGIN {name} … ### END {name}"
            found.append(fault(place, what, ko, given, expected, f"### END {name}"))
    return found


def repeated_ids(notebook) -> list[str]:
    """Return grade ids that more than one cell has."""
    counts = Counter(filter(None, map(anatomy.grade_id, notebook.cells)))
    what, ko = "several cells have the same grade id", "grade_id가 겹칩니다."
    return [
        fault(key, what, ko, f"{key} × {count}", f"{key} × 1", f'"grade_id": "{key}-2"')
        for key, count in counts.items()
        if count > 1
    ]


def untested(notebook) -> list[str]:
    """Return tests whose question is not a solution cell that stands before them."""
    answers, found = [], []
    what, ko = "the test names no solution cell before it", "앞에 있는 답 셀을 가리키지 않습니다."
    for cell in notebook.cells:
        key, question = anatomy.grade_id(cell), cell.metadata.get("question")
        if key and is_solution(cell):
            answers.append(key)
        elif key and is_grade(cell) and question not in answers:
            expected = ", ".join(answers) or "a solution cell / 답 셀"
            fix = f'"question": "{answers[-1] if answers else "02-step"}"'
            found.append(fault(key, what, ko, f'"question": {question!r}', expected, fix))
    return found


def unasked(notebook) -> list[str]:
    """Return answers that nothing looks at: neither a test nor a person."""
    named = {cell.metadata.get("question") for cell in notebook.cells if is_test(cell)}
    what, ko = "no test looks at this answer", "이 답을 보는 검사가 없습니다."
    expected = "a test with this question, or points by hand / 이 문항의 검사나 직접 매길 점수"
    return [
        fault(
            anatomy.grade_id(cell),
            what,
            ko,
            "–",
            expected,
            f'"question": "{anatomy.grade_id(cell)}"',
        )
        for cell in notebook.cells
        if anatomy.grade_id(cell) and is_solution(cell) and not is_grade(cell)
        if anatomy.grade_id(cell) not in named
    ]


def wrong_sums(notebook) -> list[str]:
    """Return headings `## 2. … (4점)` that say other points than the cells below them have."""
    found, heading = [], None
    sums: dict[int, float] = {}
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown" and re.match(r"## \d+\.", cell.source):
            twin = heading is not None and heading == number - 1 and not sums.get(heading)
            heading = heading if twin else number
            sums.setdefault(heading, 0)
        elif is_grade(cell) and heading is not None:
            sums[heading] += facts(cell).get("points") or 0
    for place, points in sums.items():
        for cell in notebook.cells[place : place + 2]:
            said = re.match(r"## \d+\..*?(\d+)(?:점| points?)\)", cell.source)
            if said and float(said[1]) != points:
                what, ko = "the heading says other points", "제목의 점수가 다릅니다."
                fix = f"({points:g}점) / ({points:g} points)"
                found.append(fault(cell.get("id", "?"), what, ko, said[1], f"{points:g}", fix))
    return found


def unknown_withheld(notebook) -> list[str]:
    """Return names that a given cell withholds and that rnnkit does not have."""
    found = []
    what, ko = "a withheld name does not exist", "감추려는 이름이 없습니다."
    expected = "a name of rnnkit / rnnkit에 있는 이름"
    for cell in notebook.cells:
        for name in anatomy.withheld([cell]):
            home, _, last = f"rnnkit.{name}".rpartition(".")
            if not has_name(home, last):
                fix = f'withhold("{nearest(home, last)}")'
                found.append(fault(anatomy.grade_id(cell), what, ko, name, expected, fix))
    return found


def has_name(home: str, name: str) -> bool:
    """Tell whether a module exists and has a name."""
    try:
        return hasattr(importlib.import_module(home), name)
    except ImportError:
        return False


def nearest(home: str, name: str) -> str:
    """Return the most similar name of rnnkit."""
    known = [*dir(importlib.import_module("rnnkit")), *known_steps()]
    wanted = f"{home}.{name}".removeprefix("rnnkit.")
    return difflib.get_close_matches(wanted, known, 1, 0.0)[0]


def known_steps() -> list[str]:
    """Return the names of the step functions."""
    return [f"steps.{name}" for name in dir(importlib.import_module("rnnkit.steps"))]


def main() -> int:
    """Print every fault of every source; return the exit status."""
    paths = sorted(path for path in SOURCE.glob("*/*.ipynb") if path.stem == path.parent.name)
    faults = [f"{path.name}, {one}" for path in paths for one in faults_of_form(read_source(path))]
    print(
        "\n".join(faults)
        or f"{len(paths)} assignments, no fault of form / 과제의 형식에 잘못이 없습니다."
    )
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RefusalError as refusal:
        sys.exit(str(refusal))
