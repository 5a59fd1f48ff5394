"""Sizes of one's own: notebook and registry draw the same, and copied numbers do not pass."""

import pytest

from exercises import mistakes
from exercises.answers import grade_id
from tests.exercises import course

ASSIGNMENT, QUESTION = "01-one-cell", "01-sizes"
PREDICTION = mistakes.ASSIGNMENTS[ASSIGNMENT][QUESTION]
CELLS = {grade_id(cell): cell.source for cell in course.source(ASSIGNMENT).cells if grade_id(cell)}
TESTS = [key for key in CELLS if key.startswith(f"{QUESTION}-")]
STUDENTS = [f"student-{number}" for number in range(200)] + ["김하늘", "2026-0417"]


def earned(student: str, answers: dict, typed: str = "") -> int:
    """Return the points of a grader's run for a student who typed some id."""
    space = {"__name__": "__main__", "student": typed}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NBGRADER_STUDENT", student)
        exec(CELLS["01-given"].replace("withhold(", "(lambda *_: None)("), space)
        space |= answers
        return sum(passes(CELLS[key], dict(space)) for key in TESTS)


def passes(source: str, space: dict) -> bool:
    """Tell whether a test cell passes."""
    try:
        exec(source, space)
    except AssertionError:
        return False
    return True


def right_values(student: str) -> dict:
    """Return the right answers of a student."""
    sizes = PREDICTION.sizes_of(student)
    return {name: value(**sizes) for name, value in PREDICTION.answers.items()}


def test_the_notebook_and_the_registry_draw_the_same_sizes(monkeypatch):
    monkeypatch.delenv("NBGRADER_STUDENT", raising=False)
    space: dict = {"__name__": "__main__"}
    exec(CELLS["01-given"].replace("withhold(", "(lambda *_: None)("), space)
    for student in ["", *STUDENTS]:
        assert space["my_sizes"](student) == tuple(PREDICTION.draw(student).values())
        assert space["my_sizes"](f" {student}\n") == space["my_sizes"](student)


def test_sizes_differ_pairwise_and_from_student_to_student():
    drawn = [tuple(PREDICTION.sizes_of(student).values()) for student in STUDENTS]
    assert all(len(set(sizes)) == 4 and min(sizes) > 1 for sizes in drawn)
    assert len(set(drawn)) > 0.9 * len(STUDENTS)


def test_who_answers_for_own_sizes_earns_the_same_points_as_everybody():
    points = {earned(student, right_values(student), student) for student in STUDENTS}
    assert points == {len(TESTS)} == {4}


def test_the_numbers_of_another_student_do_not_pass():
    ada, grace = (right_values(student) for student in STUDENTS[:2])
    assert earned(STUDENTS[0], ada) == 4 and earned(STUDENTS[1], grace) == 4
    assert earned(STUDENTS[0], grace) == 0 and earned(STUDENTS[1], ada) == 0


def test_typing_another_id_changes_nothing_when_graded():
    one, other = STUDENTS[:2]
    assert earned(one, right_values(other), typed=other) == 0


def test_a_mistake_is_named_for_the_sizes_of_the_student():
    for student in STUDENTS[:20]:
        sizes = PREDICTION.sizes_of(student)
        for wrong in PREDICTION.wrong_values:
            given = right_values(student) | {wrong.answer: wrong.value(**sizes)}
            assert mistakes.diagnose(ASSIGNMENT, QUESTION, given, student) == [wrong.finding]
