"""Check an assignment's source before it is released: what would go wrong in class is said now."""

from __future__ import annotations

import copy
import re
from collections import Counter
from pathlib import Path

import nbformat
from nbgrader.utils import is_grade, is_locked, is_solution, is_task

from rnnkit.errors import explain

from . import anatomy
from .execute import ExecuteAnswers, has_error
from .refusal import RefusalError
from .words import LANGUAGES


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


def check_source(path: Path) -> nbformat.NotebookNode:
    """Read a source and refuse it if anything in it is wrong.

    Raises
    ------
    RefusalError
        With all faults of form at once; else with the tests that fail on the source's own solution.
    """
    notebook = read_source(path)
    faults = [fault for cell in notebook.cells for fault in faults_of(cell)]
    faults += repeated_ids(notebook) + untested(notebook)
    faults = faults or failing_tests(notebook, path)
    if faults:
        raise RefusalError.of([f"{path.name}, {fault}" for fault in faults])
    return notebook


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
        if is_grade(cell) and not is_solution(cell):
            found += without_idea(cell, place)
    return found


def without_id(cell, place: str) -> list[str]:
    """An nbgrader cell needs an id."""
    if not any(is_one(cell) for is_one in (is_grade, is_solution, is_locked)):
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
    points = cell.metadata.nbgrader.get("points")
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


def failing_tests(notebook, path: Path) -> list[str]:
    """Run the source and return the cells that don't do what they must on its own solution."""
    ran, _ = ExecuteAnswers().run(copy.deepcopy(notebook), {}, str(path.parent))
    return [said for cell in ran.cells for said in misbehaviour(cell)]


def misbehaviour(cell) -> list[str]:
    """Return what is wrong with a cell that ran."""
    key = anatomy.grade_id(cell) or cell.get("id", "?")
    if has_error(cell):
        error = next(one for one in cell.outputs if one.output_type == "error")
        given = f"{error.ename}: {error.evalue}".split("\n")[0][:160]
        what, ko = "it fails on the source's own solution", "원본의 풀이로 실행해도 실패합니다."
        fix = "run the source from the top / 원본을 처음부터 실행해 보세요"
        return [fault(key, what, ko, given, "no error / 오류 없음", fix)]
    if cell.get("outputs") and is_grade(cell) and not is_solution(cell):
        what = "a test prints or ends in a value, for which plain nbgrader takes points away"
        ko = "검사 셀이 무엇인가를 출력합니다. nbgrader는 이때 점수를 깎습니다."
        given, expected = cell.outputs[0].output_type, "no output / 출력 없음"
        return [fault(key, what, ko, given, expected, "assert …")]
    return []
