"""Check an assignment's source before it is released: what would go wrong in class is said now."""

from __future__ import annotations

import copy
from pathlib import Path

import nbformat

from . import anatomy, sandbox
from .execute import ExecuteAnswers, has_error
from .form import fault, faults_of_form, read_source
from .refusal import RefusalError


def check_source(path: Path) -> nbformat.NotebookNode:
    """Read a source and refuse it if anything in it is wrong.

    Raises
    ------
    RefusalError
        With all faults of form at once; else with the tests that fail on the source's own solution.
    """
    notebook = read_source(path)
    faults = faults_of_form(notebook) or failing_tests(notebook, path)
    if faults:
        raise RefusalError.of([f"{path.name}, {fault}" for fault in faults])
    return notebook


def failing_tests(notebook, path: Path) -> list[str]:
    """Run the source and return the cells that don't do what they must on its own solution."""
    executor = ExecuteAnswers(sandbox=not sandbox.trouble())
    ran, _ = executor.run(copy.deepcopy(notebook), {}, given=path.parent)
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
    if cell.get("outputs") and anatomy.is_test(cell):
        what = "a test prints or ends in a value, for which plain nbgrader takes points away"
        ko = "검사 셀이 무엇인가를 출력합니다. nbgrader는 이때 점수를 깎습니다."
        given, expected = cell.outputs[0].output_type, "no output / 출력 없음"
        return [fault(key, what, ko, given, expected, "assert …")]
    return []
