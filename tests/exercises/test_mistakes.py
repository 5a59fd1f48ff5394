"""Known mistakes: each is wrong in a way of its own, is named, and costs a point."""

import inspect
import re
from functools import partial
from itertools import combinations

import numpy as np
import pytest

from book.cells import read_page
from exercises import mistakes
from exercises.answers import grade_id
from exercises.mistakes import unfolding
from exercises.mistakes.known import computes
from exercises.mistakes.outcomes import VARIES, agree, outcomes
from exercises.mistakes.prediction import equal
from rnnkit.errors import explain
from tests.exercises import course

QUESTIONS = [(name, key) for name, asked in mistakes.ASSIGNMENTS.items() for key in asked]
FUNCTIONS = [
    (name, key)
    for name, key in QUESTIONS
    if isinstance(mistakes.ASSIGNMENTS[name][key], mistakes.Question)
]
PREDICTIONS = [pair for pair in QUESTIONS if pair not in FUNCTIONS]
ANSWERS = [
    pytest.param(name, key, wrong, id=f"{key}-{wrong}")
    for name, key in QUESTIONS
    for wrong in mistakes.ASSIGNMENTS[name][key].wrong_answers
]
KNOWN = [
    pytest.param(name, key, known, id=f"{key}-{known.name}")
    for name, key in FUNCTIONS
    for known in mistakes.ASSIGNMENTS[name][key].mistakes
]
each_question = pytest.mark.parametrize(("assignment", "question"), QUESTIONS)
each_function = pytest.mark.parametrize(("assignment", "question"), FUNCTIONS)
each_prediction = pytest.mark.parametrize(("assignment", "question"), PREDICTIONS)
each_answer = pytest.mark.parametrize(("assignment", "question", "wrong"), ANSWERS)
each_mistake = pytest.mark.parametrize(("assignment", "question", "known"), KNOWN)


@pytest.fixture(scope="module")
def labels():
    """Every label of the book."""
    pages = [*course.ROOT.glob("book/*.ipynb"), course.ROOT / "book" / "mistakes.md"]
    text = "\n".join(cell.source for page in pages for cell in read_page(page))
    return {line[1:-2] for line in text.split("\n") if line[:1] == "(" and line[-2:] == ")="}


def asked_for(assignment, question):
    """Return what the registry knows of one question."""
    return mistakes.ASSIGNMENTS[assignment][question]


@pytest.mark.parametrize("assignment", mistakes.ASSIGNMENTS)
def test_the_registry_knows_every_question(assignment):
    known = mistakes.ASSIGNMENTS[assignment]
    assert set(known) == set(course.solutions_of(assignment))
    functions = {key: one.function for key, one in known.items() if (assignment, key) in FUNCTIONS}
    assert functions == course.functions_of(assignment)


def test_every_assignment_has_its_known_mistakes():
    assert set(mistakes.ASSIGNMENTS) == set(course.ASSIGNMENTS)


@each_function
def test_every_mistake_is_told_from_the_right_answer_and_from_the_others(assignment, question):
    asked = asked_for(assignment, question)
    seen = {one.name: outcomes(one.function, asked.probes) for one in asked.mistakes}
    seen["(right)"] = outcomes(asked.right, asked.probes)
    assert len(seen) == len(asked.mistakes) + 1, "names are unique"
    assert [two for two in combinations(seen, 2) if agree(seen[two[0]], seen[two[1]])] == []


@each_prediction
def test_every_wrong_value_is_told_from_the_right_one_and_from_the_others(assignment, question):
    asked = asked_for(assignment, question)
    students = [f"student-{number}" for number in range(200)] if asked.draw else [""]
    for sizes in map(asked.sizes_of, students):
        for answer, right in asked.answers.items():
            wrong = [one.value for one in asked.wrong_values if one.answer == answer]
            values = [value(**sizes) for value in [right, *wrong]]
            assert [two for two in combinations(values, 2) if equal(*two)] == [], answer


@each_prediction
def test_every_value_that_is_asked_for_has_known_wrong_ones(assignment, question):
    asked = asked_for(assignment, question)
    assert set(asked.answers) == {one.answer for one in asked.wrong_values}


@each_answer
def test_every_mistake_is_named(assignment, question, wrong):
    names, finding = asked_for(assignment, question).wrong_answers[wrong]
    assert mistakes.diagnose(assignment, question, names) == [finding]


@each_function
def test_two_mistakes_at_once_are_both_named(assignment, question):
    asked = asked_for(assignment, question)
    right = outcomes(asked.right, asked.probes)
    single = [outcomes(one.function, asked.probes) for one in asked.mistakes]
    pairs = list(asked.pairs())
    for outer, inner in pairs[:: 1 + len(pairs) // 12]:  # a dozen of them
        both = partial(outer.twist, inner.function)
        does = outcomes(both, asked.probes)
        if agree(does, right) or any(agree(does, one) for one in single):
            continue  # together they are another mistake, or none
        found = asked.diagnose({asked.function: both})
        if not any(map(computes, does)):  # an error alone is no mistake's own
            assert [one.code for one in found] == [""], (outer.name, inner.name)
            continue
        assert len(found) == 2 and all(one.code for one in found), (outer.name, inner.name)


@each_mistake
def test_every_mistake_gets_through_at_some_probe(assignment, question, known):
    """A mistake that always raises could not be told from any other error."""
    seen = outcomes(known.function, asked_for(assignment, question).probes)
    assert any(not isinstance(one.value, str) or one.value == VARIES for one in seen)


@each_answer
def test_every_mistake_costs_a_point(assignment, question, wrong):
    tests = course.played(assignment)["correct"]["mistakes"][f"{question}: {wrong}"]
    assert any(result["said"] for result in tests.values())


@pytest.mark.parametrize("assignment", mistakes.ASSIGNMENTS)
def test_every_test_is_lost_by_a_known_mistake(assignment):
    """A test that no known mistake fails would give its feedback without a name."""
    played = course.played(assignment)["correct"]["mistakes"]
    real = [tests for name, tests in played.items() if "(" not in name]
    lost = {key for tests in real for key, result in tests.items() if result["said"]}
    for test in course.tests_of(assignment):
        assert grade_id(test) in lost, explain(
            f"{course.path_of(assignment).name}, cell {grade_id(test)}",
            "no known mistake fails this test",
            "이 검사에 걸리는 알려진 실수가 없습니다.",
            given=test.source.partition("\n")[0],
            expected=f"a mistake of {test.metadata['question']} in exercises/mistakes",
            fix="@QUESTION.mistake(...) / 그 실수를 exercises/mistakes에 적으세요",
        )


@each_question
def test_the_right_answer_costs_nothing_and_has_no_mistake(assignment, question):
    tests = course.played(assignment)["correct"]["mistakes"][f"{question}: (right)"]
    assert {key: result["said"] for key, result in tests.items()} == dict.fromkeys(tests, "")
    right = asked_for(assignment, question).right_answer
    assert mistakes.diagnose(assignment, question, right) == []


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


@each_answer
def test_every_finding_is_one_line_in_each_language(assignment, question, wrong):
    finding = asked_for(assignment, question).wrong_answers[wrong][1]
    assert re.fullmatch(r"M(0[1-9]|[12]\d|30)", finding.code)
    for text in (finding.thought, finding.look_again):
        assert set(text) == {"ko", "en"}
        assert any("가" <= letter <= "힣" for letter in text["ko"])
        assert not any("가" <= letter <= "힣" for letter in text["en"])
        for line in text.values():
            assert line.endswith((".", "`")) and len(line) <= 120 and "\n" not in line
            assert line.count("`") % 2 == 0


@each_answer
def test_every_finding_leads_to_a_place_in_the_book(assignment, question, wrong, labels):
    assert asked_for(assignment, question).wrong_answers[wrong][1].link in labels


@each_function
def test_every_function_names_its_axes_and_its_chapter(assignment, question, labels):
    asked = asked_for(assignment, question)
    assert asked.chapter in labels
    for probe, value in zip(asked.probes, outcomes(asked.right, asked.probes), strict=True):
        results = value.value if isinstance(value.value, tuple) else (value.value,)
        assert [one.ndim for one in results] == [len(letters) for letters in asked.axes_at(probe)]


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
    "a number": -3,  # a count of 3 may be a known-wrong one
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


@each_function
@pytest.mark.parametrize("nonsense", NONSENSE)
def test_a_diagnosis_of_nonsense_never_raises_and_names_no_mistake(assignment, question, nonsense):
    asked = asked_for(assignment, question)
    found = mistakes.diagnose(assignment, question, {asked.function: NONSENSE[nonsense]})
    assert [finding.code for finding in found] in ([], [""])


@each_prediction
@pytest.mark.parametrize("nonsense", NONSENSE)
def test_a_nonsensical_value_has_no_diagnosis(assignment, question, nonsense):
    names = dict.fromkeys(asked_for(assignment, question).answers, NONSENSE[nonsense])
    assert mistakes.diagnose(assignment, question, names) == []


@each_function
def test_what_is_not_written_yet_has_no_diagnosis(assignment, question):
    def stub(*_):
        raise NotImplementedError

    asked = asked_for(assignment, question)
    assert mistakes.diagnose(assignment, question, {asked.function: stub}) == []
    assert mistakes.diagnose(assignment, question, {}) == []


def test_an_unknown_question_has_no_diagnosis():
    assert mistakes.diagnose("00-none", "02-step", {"simple_rnn_step": abs}) == []
    assert mistakes.diagnose("02-unfolding", "02-none", {"simple_rnn_step": abs}) == []


@each_function
def test_a_diagnosis_does_not_change_its_probes(assignment, question):
    asked = asked_for(assignment, question)

    def spoil(*given):
        for one in given:
            for array in one if isinstance(one, list) else [one]:
                if isinstance(array, np.ndarray):
                    array[...] = 9.0

    before = outcomes(asked.right, asked.probes)
    mistakes.diagnose(assignment, question, {asked.function: spoil})
    assert agree(before, outcomes(asked.right, asked.probes))


def test_an_unknown_mistake_is_told_where_it_first_differs():
    def stops_early(x, h0, W, U, b):
        outputs, h = unfolding.loop.right_unfold(x, h0, W, U, b)
        outputs[:, 2:, 1] = 0
        return outputs, h

    (finding,) = mistakes.diagnose("02-unfolding", "02-unfold", {"unfold": stops_early})
    assert finding.code == "" and "`B=0, T=2, H=1`" in finding.thought["ko"]
    assert finding.thought["en"] == "Result 1: the first value that differs is at `B=0, T=2, H=1`."


DIFFERENT = {
    "several values": (lambda *given: (given[0], given[0]), "returned: 2. Wanted: 1"),
    "shape": (lambda x, h, W, U, b: h[:, :1], "another shape, `(2, 1)`".capitalize()),
    "error": (lambda *_: 1 / 0, "It stopped with `ZeroDivisionError`"),
    "chance": (lambda x, h, W, U, b: h + np.random.normal(), "give different results"),
    "the first value": (lambda x, h, W, U, b: h + 1, "The very first value"),
}


@pytest.mark.parametrize("kind", DIFFERENT)
def test_a_difference_is_described(kind):
    function, said = DIFFERENT[kind]
    (finding,) = mistakes.diagnose("02-unfolding", "02-step", {"simple_rnn_step": function})
    assert said in finding.thought["en"] and finding.link == "unfolding-equation"


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
    assert mistakes.diagnose("02-unfolding", "02-unfold", space)[0].code == "M17"
    assert space["simple_rnn_step"] is before


def test_results_in_a_list_are_results():
    def in_a_list(*given):
        return [*mistakes.lstm.one_step.right_step(*given)]

    assert mistakes.diagnose("06-lstm", "06-step", {"lstm_step": in_a_list}) == []


def test_numbers_in_a_tuple_are_an_array():
    def in_a_tuple(H):
        return tuple(mistakes.lstm.fresh_bias.right_bias(H).tolist())

    assert mistakes.diagnose("06-lstm", "06-bias", {"fresh_bias": in_a_tuple}) == []
