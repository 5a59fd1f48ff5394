"""Named answers earn what they state, quickly and without a kernel; tests/grader grades them."""

from __future__ import annotations

import ast
import copy

import pytest

from exercises import answers

from .run_cells import facts, is_test, run, source, stubbed

NAME = "02-unfolding"
ANSWERS = answers.load(NAME)
ENDLESS = {"endless"}


def filled(answer, notebook):
    """Fill in an answer as the grader sees it: what the teacher locked is put back."""
    locked = {facts(cell).get("grade_id") for cell in notebook.cells if facts(cell).get("locked")}
    deleted = tuple(one for one in answer.deleted if one not in locked)
    return answers.apply(
        answers.Answer(**{**vars(answer), "deleted": deleted}), copy.deepcopy(notebook)
    )


@pytest.mark.parametrize("name", sorted(set(ANSWERS) - ENDLESS))
def test_an_answer_earns_its_points(name):
    found = run(filled(ANSWERS[name], stubbed(source(NAME))))
    assert {test for test, error in found.items() if error} == set(ANSWERS[name].fails)


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_an_answer_states_its_points_twice_and_the_same(name):
    answer = ANSWERS[name]
    assert answer.earns == sum(answer.points.values())
    assert answer.text and answer.language in ("ko", "en") and answer.student


def test_the_class_speaks_both_languages_and_everybody_has_a_name():
    assert {answer.language for answer in ANSWERS.values()} == {"ko", "en"}
    assert len({answer.student for answer in ANSWERS.values()}) == len(ANSWERS)


def test_correct_earns_all_and_blank_nothing():
    assert not ANSWERS["correct"].fails and not ANSWERS["correct_loop"].fails
    assert ANSWERS["blank"].earns == 0


def assertions():
    """Return each assertion that decides a point as (test, number)."""
    found = []
    for cell in filter(is_test, source(NAME).cells):
        body = ast.parse(cell.source).body
        places = [index for index, node in enumerate(body) if isinstance(node, ast.Assert)]
        assert places[-1] == len(body) - 1, "a test ends in an assertion"
        found.append((facts(cell)["grade_id"], places[-1]))
    return found


@pytest.mark.parametrize("test, place", assertions())
def test_without_an_assertion_some_answer_earns_more(test, place):
    notebook = stubbed(source(NAME))
    for cell in notebook.cells:
        if facts(cell).get("grade_id") == test:
            tree = ast.parse(cell.source)
            del tree.body[place]
            cell.source = ast.unparse(tree)
    losers = [a for a in ANSWERS.values() if test in a.fails and a.name not in ENDLESS | {"blank"}]
    assert any(run(filled(a, notebook))[test] is None for a in losers), (
        f"no named answer needs the assertion of {test}"
    )
