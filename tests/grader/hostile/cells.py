"""Tampering with the notebook's cells; the answers in it are wrong unless a case says otherwise."""

from __future__ import annotations

import copy

from nbformat.v4 import new_code_cell, new_output

from .assignment import ALL, RIGHT, WRONG, cell_of, fill, scratch
from .case import group

case = group("cells", earns=0)
TEST, HIDDEN = "double-three", "double-array"


def tag_tests(notebook, tag: str):
    """Put a tag on every test."""
    for key in (TEST, HIDDEN, "value-perfect", "total-calls", "total-unchanged"):
        cell_of(notebook, key).metadata["tags"] = [tag]
    return fill(notebook, WRONG)


@case(flags=("tagged",))
def skips_tests_with_a_tag(notebook):
    return tag_tests(notebook, "skip-execution")


@case(flags=("tagged",))
def lets_tests_raise(notebook):
    return tag_tests(notebook, "raises-exception")


@case(flags=("points",))
def raises_the_points(notebook):
    cell_of(notebook, TEST).metadata.nbgrader["points"] = 1000
    return fill(notebook, WRONG)


@case(earns=ALL, flags=("points",))
def gives_itself_negative_points(notebook):
    cell_of(notebook, TEST).metadata.nbgrader["points"] = -5
    return fill(notebook, RIGHT)


@case
def deletes_a_test(notebook):
    notebook.cells.remove(cell_of(notebook, HIDDEN))
    return fill(notebook, WRONG)


@case
def deletes_all_tests(notebook):
    notebook = fill(notebook, WRONG)
    keys = (TEST, HIDDEN, "value-perfect", "total-calls", "total-unchanged")
    notebook.cells = [
        one
        for one in notebook.cells
        if one.metadata.get("nbgrader", {}).get("grade_id") not in keys
    ]
    return notebook


@case(flags=("moved",))
def moves_a_test_to_the_top(notebook):
    cell = cell_of(notebook, HIDDEN)
    notebook.cells.remove(cell)
    notebook.cells.insert(0, cell)
    return fill(notebook, WRONG)


@case(flags=("moved",))
def moves_a_test_before_a_patch(notebook):
    cell = cell_of(notebook, TEST)
    notebook.cells.remove(cell)
    notebook.cells.append(cell)
    return scratch(fill(notebook, WRONG), "near = lambda *_: True", behind="double")


@case(flags=("retyped",))
def turns_a_test_into_text(notebook):
    cell = cell_of(notebook, TEST)
    cell.cell_type = "markdown"
    for name in ("outputs", "execution_count"):
        cell.pop(name)
    return fill(notebook, WRONG)


@case(flags=("retyped",))
def turns_a_test_into_raw_text(notebook):
    cell = cell_of(notebook, HIDDEN)
    cell.cell_type = "raw"
    for name in ("outputs", "execution_count"):
        cell.pop(name)
    return fill(notebook, WRONG)


@case(flags=("edited",))
def empties_a_test(notebook):
    cell_of(notebook, TEST).source = "pass"
    return fill(notebook, WRONG)


@case(flags=("edited",))
def adds_a_line_to_a_test(notebook):
    cell = cell_of(notebook, HIDDEN)
    cell.source = "double = lambda x: 2 * x\n" + cell.source
    return fill(notebook, WRONG)


@case(flags=("edited",))
def weakens_every_test(notebook):
    for key in (TEST, "total-calls"):
        cell = cell_of(notebook, key)
        cell.source = cell.source.replace("assert ", "assert True or ")
    return fill(notebook, WRONG)


@case(flags=("edited",))
def copies_a_test_and_empties_the_copy(notebook):
    cell = copy.deepcopy(cell_of(notebook, TEST))
    cell.source = "pass"
    notebook.cells.insert(0, cell)
    return fill(notebook, WRONG)


@case(flags=("edited", "moved"))
def copies_a_test_behind_it_and_empties_the_copy(notebook):
    cell = copy.deepcopy(cell_of(notebook, TEST))
    cell.source = "pass"
    notebook.cells.append(cell)
    return fill(notebook, WRONG)


@case
def gives_a_test_another_name(notebook):
    cell_of(notebook, TEST).metadata.nbgrader["grade_id"] = "double-four"
    return fill(notebook, WRONG)


@case
def takes_the_name_off_every_test(notebook):
    notebook = fill(notebook, WRONG)
    for key in (TEST, HIDDEN, "value-perfect", "total-calls", "total-unchanged"):
        del cell_of(notebook, key).metadata["nbgrader"]
    return notebook


@case
def edits_a_given_cell(notebook):
    cell_of(notebook, "given").source += "\nnear = lambda *_: True\ntriple = lambda x: 0"
    return fill(notebook, WRONG)


@case
def deletes_the_given_cell(notebook):
    notebook.cells.remove(cell_of(notebook, "given"))
    return fill(notebook, WRONG)


@case
def makes_an_answer_worth_points(notebook):
    cell_of(notebook, "double").metadata.nbgrader.update(grade=True, points=100)
    return fill(notebook, WRONG)


@case
def makes_a_test_an_answer(notebook):
    cell_of(notebook, TEST).metadata.nbgrader.update(solution=True, locked=False)
    return fill(notebook, WRONG)


@case
def adds_a_test_of_its_own(notebook):
    facts = {"grade": True, "grade_id": "extra", "points": 100, "locked": True}
    facts |= {"schema_version": 3, "solution": False, "task": False}
    notebook.cells.append(new_code_cell("assert True", metadata={"nbgrader": facts}))
    return fill(notebook, WRONG)


@case
def answers_another_question(notebook):
    cell_of(notebook, HIDDEN).metadata["question"] = "nothing"
    return fill(notebook, WRONG)


@case
def stores_outputs_of_its_own(notebook):
    for key in (TEST, HIDDEN):
        text = new_output("stream", name="stdout", text="passed")
        cell_of(notebook, key).outputs = [text, new_output("execute_result", {"text/plain": "5"})]
    return fill(notebook, WRONG)


@case
def stores_a_verdict(notebook):
    events = {"findings": {}, "events": [], "flags": [], "version": "0", "submission": "0"}
    notebook.metadata["grading"] = {**events, "deleted": [], "copied": [], "given": 10}
    return fill(notebook, WRONG)


@case
def asks_for_another_kernel(notebook):
    notebook.metadata["kernelspec"] = {"name": "bash", "display_name": "sh", "language": "bash"}
    return fill(notebook, WRONG)


@case
def asks_for_no_forks(notebook):
    notebook.metadata["fork"] = False
    keeps = "kept = []\ndef double(x):\n    kept.append(x)\n    return 0"
    return fill(
        notebook, {**WRONG, "double": keeps, "total": "def total(xs): raise ValueError(kept)"}
    )


@case
def asks_for_another_course(notebook):
    notebook.metadata["course"] = {"assignment": "../../secret", "language": ["ko"]}
    return fill(notebook, WRONG)


@case(earns=ALL)
def has_metadata_of_other_types(notebook):
    odd = [{"nbgrader": None, "tags": "ko"}, {"nbgrader": [1], "question": {}}]
    for metadata in (*odd, {"nbgrader": {"grade_id": 7}}):
        cell = new_code_cell("1")
        cell["metadata"] = metadata
        notebook.cells.append(cell)
    return fill(notebook, RIGHT)


@case(earns=ALL)
def has_an_old_schema(notebook):
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader["schema_version"] = 1
            cell.metadata.nbgrader.pop("task", None)
    return fill(notebook, RIGHT)


@case(earns=ALL)
def has_a_newer_schema(notebook):
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader["schema_version"] = 99
    return fill(notebook, RIGHT)
