"""Named answers: each earns exactly what it states, and its mistake is named."""

import copy
import re

import pytest

from exercises import answers
from exercises.answers import grade_id, points_of, solution_ids
from tests.exercises import course

each_assignment = pytest.mark.parametrize("assignment", course.ASSIGNMENTS)
each_answer = pytest.mark.parametrize(
    ("assignment", "name"),
    [
        pytest.param(assignment, path.stem, id=path.stem)
        for assignment in course.ASSIGNMENTS
        for path in sorted((answers.HERE / assignment).glob("*.*"))
    ],
)
each_assertion = pytest.mark.parametrize(
    ("assignment", "test", "number"),
    [
        pytest.param(assignment, grade_id(cell), number, id=f"{grade_id(cell)}-{number}")
        for assignment in course.ASSIGNMENTS
        for cell in course.tests_of(assignment)
        for number in range(len(course.assertions(cell.source)))
    ],
)

each_test = pytest.mark.parametrize(
    ("assignment", "test"),
    [
        pytest.param(assignment, grade_id(cell), id=grade_id(cell))
        for assignment in course.ASSIGNMENTS
        for cell in course.tests_of(assignment)
        if re.search(r"(?<!not )\bequal\(", cell.source)
    ],
)


@each_answer
def test_an_answer_earns_exactly_what_it_states(assignment, name):
    answer = answers.load(assignment)[name]
    worth = points_of(course.source(assignment))
    tests = course.played(assignment)[name]["tests"]
    earned = {key: 0 if tests[key]["said"] else worth[key] for key in worth}
    assert earned == answer.points
    assert sum(earned.values()) == answer.earns


@each_answer
def test_a_mistake_is_named_where_points_are_lost_and_nowhere_else(assignment, name):
    answer = answers.load(assignment)[name]
    found = {
        key: codes for key, codes in course.played(assignment)[name]["findings"].items() if codes
    }
    owners = {grade_id(cell): cell.metadata["question"] for cell in course.tests_of(assignment)}
    assert set(found) <= {owners[test] for test in answer.fails}
    named = {key: " ".join(codes) for key, codes in found.items() if any(codes)}
    assert named == answer.diagnosis


@each_assertion
def test_no_assertion_can_be_left_out(assignment, test, number):
    """Some named answer or known mistake would earn the point without this assertion."""
    students = course.played(assignment)
    seen = [one["tests"][test]["earns_without"] for one in students.values()]
    known = students["correct"]["mistakes"].values()
    seen += [tests[test]["earns_without"] for tests in known if test in tests]
    assert any(earns[number] for earns in seen if earns)


@each_test
def test_no_tolerance_can_be_loosened(assignment, test):
    """Some named answer or known mistake would earn the point if close were close enough."""
    students = course.played(assignment)
    known = students["correct"]["mistakes"].values()
    seen = [one["tests"] for one in students.values()] + list(known)
    assert any(tests[test]["earns_when_loose"] for tests in seen if test in tests)


@each_assignment
def test_every_test_is_lost_by_an_answer_that_runs(assignment):
    """Not by `blank` alone: each point is one that somebody can lose by a thought."""
    known = answers.load(assignment)
    lost = {test for name, one in known.items() if name != "blank" for test in one.fails}
    assert set(points_of(course.source(assignment))) - lost == set()


@each_assignment
def test_the_class_has_every_kind_of_student(assignment):
    known = answers.load(assignment)
    full = sum(points_of(course.source(assignment)).values())
    assert known["correct"].earns == full and not known["correct"].fails
    assert known["blank"].earns == 0
    assert sum(one.earns == full for one in known.values()) >= 4, "right in several styles"
    assert {one.language for one in known.values()} == {"ko", "en"}
    assert len({one.student for one in known.values()}) == len(known) >= 15
    assert all(one.text for one in known.values())


@each_assignment
def test_apply_fills_cells_and_deletes_what_the_student_deleted(assignment):
    for answer in answers.load(assignment).values():
        notebook = answers.apply(answer, copy.deepcopy(course.released(assignment)))
        found = {grade_id(cell): cell.source for cell in notebook.cells}
        filled = {key: text for key, text in answer.cells.items() if key not in answer.deleted}
        assert not set(answer.deleted) & set(found)
        assert {key: found[key] for key in filled} == filled
        assert set(answer.cells) <= solution_ids(course.source(assignment))


HEAD = '"""Wrong."""\n\nLANGUAGE = "en"\nSTUDENT = "Ada Byron"\nEARNS = 0\nFAILS = []\n'
FAULTS = {
    "no such cell": f"{HEAD}\n# %% 02-nowhere\npass\n",
    "unknown setting": f"{HEAD}EARN = 3\n",
    "based on": f'{HEAD}BASED_ON = "nobody"\n',
}


@pytest.mark.parametrize("message", FAULTS)
def test_a_faulty_answer_is_refused(message, tmp_path, monkeypatch):
    folder = tmp_path / "02-unfolding"
    folder.mkdir()
    (folder / "wrong.py").write_text(FAULTS[message], encoding="utf-8")
    monkeypatch.setattr(answers, "HERE", tmp_path)
    with pytest.raises(ValueError, match=message):
        answers.load("02-unfolding")
