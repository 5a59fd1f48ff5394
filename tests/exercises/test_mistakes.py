"""Known mistakes: each is wrong in a way of its own, is named, and costs a point."""

import inspect
import time
from itertools import combinations

import numpy as np
import pytest

from book.cells import read_page
from exercises import mistakes
from exercises.mistakes.outcomes import VARIES, agree, outcomes
from tests.exercises import course

QUESTIONS = [(name, key) for name, asked in mistakes.ASSIGNMENTS.items() for key in asked]
KNOWN = [
    pytest.param(name, key, known, id=f"{key}-{known.name}")
    for name, key in QUESTIONS
    for known in mistakes.ASSIGNMENTS[name][key].mistakes
]
each_question = pytest.mark.parametrize(("assignment", "question"), QUESTIONS)
each_mistake = pytest.mark.parametrize(("assignment", "question", "known"), KNOWN)


@pytest.fixture(scope="module")
def labels():
    """Every label of the book."""
    pages = [*course.ROOT.glob("book/*.ipynb"), course.ROOT / "book" / "mistakes.md"]
    text = "\n".join(cell.source for page in pages for cell in read_page(page))
    return {line[1:-2] for line in text.split("\n") if line[:1] == "(" and line[-2:] == ")="}


@pytest.mark.parametrize("assignment", mistakes.ASSIGNMENTS)
def test_the_registry_knows_every_function_that_is_asked_for(assignment):
    assert set(mistakes.ASSIGNMENTS[assignment]) == set(course.functions_of(assignment))


@each_question
def test_every_mistake_is_told_from_the_right_answer_and_from_the_others(assignment, question):
    asked = mistakes.ASSIGNMENTS[assignment][question]
    seen = {one.name: outcomes(one.function, asked.probes) for one in asked.mistakes}
    seen["(right)"] = outcomes(asked.right, asked.probes)
    assert len(seen) == len(asked.mistakes) + 1, "names are unique"
    assert [two for two in combinations(seen, 2) if agree(seen[two[0]], seen[two[1]])] == []


@each_mistake
def test_every_mistake_is_named(assignment, question, known):
    assert mistakes.diagnose(assignment, question, known.function) == known.finding


@each_mistake
def test_every_mistake_gets_through_at_some_probe(assignment, question, known):
    """A mistake that always raises could not be told from any other error."""
    seen = outcomes(known.function, mistakes.ASSIGNMENTS[assignment][question].probes)
    assert any(not isinstance(one.value, str) or one.value == VARIES for one in seen)


@each_mistake
def test_every_mistake_costs_a_point(assignment, question, known):
    tests = course.played(assignment)["correct"]["mistakes"][f"{question}: {known.name}"]
    assert any(result["said"] for result in tests.values())


@each_question
def test_the_right_function_costs_nothing_and_has_no_mistake(assignment, question):
    tests = course.played(assignment)["correct"]["mistakes"][f"{question}: (right)"]
    assert {key: result["said"] for key, result in tests.items()} == dict.fromkeys(tests, "")
    right = mistakes.ASSIGNMENTS[assignment][question].right
    assert mistakes.diagnose(assignment, question, right) is None


@each_question
def test_who_computes_nothing_earns_the_shape_at_most(assignment, question):
    played = course.played(assignment)["correct"]["mistakes"]
    earned = {
        lazy: [key for key, one in played[f"{question}: ({lazy})"].items() if not one["said"]]
        for lazy in ("zeros", "nothing")
    }
    shape = [key for key in (f"{question}-shape",) if key in earned["zeros"]]
    assert earned == {"zeros": shape, "nothing": []}


@each_mistake
def test_every_mistake_takes_the_arguments_of_the_question(assignment, question, known):
    right = mistakes.ASSIGNMENTS[assignment][question].right
    assert [*inspect.signature(known.function).parameters] == [*inspect.signature(right).parameters]


@each_mistake
def test_every_finding_is_one_line_in_each_language(assignment, question, known):
    for text in (known.finding.thought, known.finding.look_again):
        assert set(text) == {"ko", "en"}
        assert any("가" <= letter <= "힣" for letter in text["ko"])
        assert not any("가" <= letter <= "힣" for letter in text["en"])
        for line in text.values():
            assert line.endswith((".", "`")) and len(line) <= 120 and "\n" not in line
            assert line.count("`") % 2 == 0


@each_mistake
def test_every_finding_leads_to_a_place_in_the_book(assignment, question, known, labels):
    assert known.finding.link in labels


class Hostile:
    """Raises wherever it is touched."""

    def __getattr__(self, name):
        raise RuntimeError(name)

    def __call__(self, *_):
        raise RuntimeError("called")


def leave(*_):
    raise SystemExit(3)


NONSENSE = {
    "nothing": None,
    "a number": 3,
    "hostile": Hostile(),
    "leaves": leave,
    "other arguments": lambda: 0,
    "gives nothing": lambda *_: None,
    "gives a ragged list": lambda *_: [[1, 2], [3]],
    "gives an array of objects": lambda *_: np.array([object()]),
    "gives the hostile": lambda *_: Hostile(),
    "gives its arguments": lambda *given: given,
    "divides by zero": lambda *_: 1 / 0,
}


@each_question
@pytest.mark.parametrize("nonsense", NONSENSE)
def test_a_diagnosis_never_raises(assignment, question, nonsense):
    assert mistakes.diagnose(assignment, question, NONSENSE[nonsense]) is None


def test_an_unknown_question_has_no_diagnosis():
    assert mistakes.diagnose("00-none", "02-step", abs) is None
    assert mistakes.diagnose("02-unfolding", "02-none", abs) is None


@each_question
def test_a_diagnosis_does_not_change_its_probes(assignment, question):
    asked = mistakes.ASSIGNMENTS[assignment][question]

    def spoil(*given):
        for one in given:
            for array in one if isinstance(one, list) else [one]:
                if isinstance(array, np.ndarray):
                    array[...] = 9.0

    before = outcomes(asked.right, asked.probes)
    mistakes.diagnose(assignment, question, spoil)
    assert agree(before, outcomes(asked.right, asked.probes))


def test_an_earlier_mistake_does_not_hide_a_later_one():
    space: dict = {"np": np}
    wrong_twice = """
def simple_rnn_step(x, h, W, U, b):
    return x @ W
def unfold(x, h0, W, U, b):
    outputs = [simple_rnn_step(x[:, t], h0, W, U, b) for t in range(x.shape[1])]
    return np.stack(outputs, axis=1), outputs[-1]
"""
    exec(wrong_twice, space)
    before = space["simple_rnn_step"]
    assert mistakes.diagnose("02-unfolding", "02-unfold", space["unfold"]).code == "M17"
    assert space["simple_rnn_step"] is before


def test_a_diagnosis_is_quick():
    start = time.process_time()
    for assignment, question in QUESTIONS:
        mistakes.diagnose(assignment, question, lambda *given: given[0])
    assert time.process_time() - start < 2
