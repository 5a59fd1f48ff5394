"""What every assignment's source must be, before anybody sees it."""

import ast
import copy
import re

import pytest

from book.cells import read_page
from book.twins import find_problems
from exercises.answers import grade_id, points_of
from exercises.grader.form import faults_of_form
from tests.exercises import course

HANGUL = re.compile(r"[가-힣]")
assignment = pytest.mark.parametrize("assignment", course.ASSIGNMENTS)


def both_languages(text: str) -> bool:
    """Tell whether a text reads ``한국어 / English``."""
    ko, slash, en = text.partition(" / ")
    return bool(slash and HANGUL.search(ko) and re.search("[A-Za-z]", en) and not HANGUL.search(en))


def messages(test) -> list[str]:
    """Return the sentences that an assertion may say: the texts of its message with a space."""
    strings = [
        node.value
        for assertion in course.assertions(test.source)
        for node in ast.walk(assertion.msg or ast.Constant(""))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return [text for text in strings if " " in text]


def test_there_is_an_assignment():
    assert "02-unfolding" in course.ASSIGNMENTS


@assignment
def test_the_form_has_no_fault(assignment):
    assert faults_of_form(course.source(assignment)) == []


@assignment
def test_grade_ids_are_unique_and_begin_with_the_number(assignment):
    ids = [grade_id(cell) for cell in course.source(assignment).cells if grade_id(cell)]
    assert sorted(ids) == sorted(set(ids))
    assert [one for one in ids if not one.startswith(assignment[:3])] == []


@assignment
def test_the_text_says_the_points(assignment):
    cells = course.source(assignment).cells
    total = sum(course.facts(cell).get("points", 0) for cell in cells)
    automatic = sum(points_of(course.source(assignment)).values())
    text = "\n".join(cell.source for cell in cells[:2])
    for number in (total, automatic):
        assert re.search(rf"\b{number:g}점", text)
        assert re.search(rf"\b{number:g}\b(?!점)", cells[1].source)
    assert 10 <= total <= 20


@assignment
def test_the_book_lists_it_with_its_minutes_and_points(assignment):
    listed = {
        cell.language: cell.source
        for cell in read_page(course.ROOT / "book/exercises.ipynb")
        if cell.id.startswith("exercises-assignment")
    }
    for language, cell in zip(("ko", "en"), course.source(assignment).cells, strict=False):
        title = re.search(r"# .*?: (.*)", cell.source)[1]
        minutes = re.search(r"(\d+)(?:분| minutes)", cell.source)[1]
        row = next(line for line in listed[language].split("\n") if f"`{assignment}`" in line)
        total = sum(course.facts(one).get("points", 0) for one in course.source(assignment).cells)
        assert title.lower() in row.lower() and minutes in row and f"| {total:g} |" in row


@assignment
def test_every_heading_says_its_questions_points(assignment):
    """`## 4. … (8점)` is followed by cells worth 8 points, up to the next heading."""
    said, given = {}, {}
    for cell in course.source(assignment).cells:
        heading = re.match(r"## (\d+)\..*?(\d+)(점| points?)\)", cell.source)
        if heading:
            number = heading[1]
            said.setdefault(number, set()).add(int(heading[2]))
            given.setdefault(number, 0)
        elif course.facts(cell).get("grade"):
            given[number] += course.facts(cell)["points"]
    assert said == {number: {points} for number, points in given.items()}
    assert len(said) >= 5


@assignment
def test_every_question_has_tests_and_every_function_a_hidden_one(assignment):
    functions = course.functions_of(assignment)
    tests = {key: [] for key in course.solutions_of(assignment)}
    for test in course.tests_of(assignment):
        tests[test.metadata["question"]].append("### BEGIN HIDDEN TESTS" in test.source)
    assert 4 <= len(tests) <= 8
    assert [key for key, hidden in tests.items() if len(hidden) < 2] == []
    assert [key for key in functions if not any(tests[key])] == []


@assignment
def test_tests_stand_after_their_question_and_are_locked(assignment):
    cells = course.source(assignment).cells
    place = {grade_id(cell): number for number, cell in enumerate(cells)}
    for test in course.tests_of(assignment):
        assert course.facts(test)["locked"], grade_id(test)
        assert place[test.metadata["question"]] < place[grade_id(test)], grade_id(test)


@assignment
def test_names_are_withheld_in_a_given_cell_before_the_first_answer(assignment):
    cells = course.source(assignment).cells
    first = next(number for number, cell in enumerate(cells) if course.facts(cell).get("solution"))
    for number, cell in enumerate(cells):
        if cell.cell_type == "code" and "withhold(" in cell.source:
            assert course.facts(cell).get("locked") and number < first


@assignment
def test_stubs_keep_signature_and_docstring(assignment):
    for key, text in course.solutions_of(assignment).items():
        stub = course.stub(text)
        assert course.STUB in stub, key
        assert "SOLUTION" not in stub, key
        for node in ast.parse(stub).body:
            if isinstance(node, ast.FunctionDef):
                shapes = ast.get_docstring(node) or ""
                assert "->" in shapes and both_languages(shapes.partition("\n")[0]), key


@assignment
def test_test_cells_are_one_idea_in_both_languages(assignment):
    for test in course.tests_of(assignment):
        first = test.source.partition("\n")[0]
        assert first.startswith("# ") and both_languages(first), grade_id(test)
        assert course.facts(test)["points"] == 1, grade_id(test)


@assignment
def test_test_cells_print_nothing_and_end_in_an_assertion(assignment):
    for test in course.tests_of(assignment):
        body = ast.parse(test.source).body
        calls = [
            node.func for node in ast.walk(ast.parse(test.source)) if isinstance(node, ast.Call)
        ]
        assert not any(isinstance(call, ast.Name) and call.id == "print" for call in calls)
        assert isinstance(body[-1], ast.Assert), grade_id(test)


@assignment
def test_every_assertion_says_in_both_languages_what_to_look_at(assignment):
    for test in course.tests_of(assignment):
        assert messages(test), grade_id(test)
        assert len(messages(test)) >= len(course.assertions(test.source)), grade_id(test)
        assert [text for text in messages(test) if not both_languages(text)] == [], grade_id(test)


@assignment
def test_twins_have_not_drifted_apart(assignment):
    assert list(map(str, find_problems(course.path_of(assignment)))) == []


@assignment
def test_only_plain_text_is_in_one_language(assignment):
    for cell in course.source(assignment).cells:
        tagged = {"ko", "en"} & set(cell.metadata.get("tags", ()))
        assert bool(tagged) == (cell.cell_type == "markdown" and not grade_id(cell)), cell.id


@assignment
def test_the_source_holds_no_outputs(assignment):
    for cell in course.source(assignment).cells:
        assert not cell.get("outputs") and cell.get("execution_count") is None, cell.id


@pytest.mark.slow
@assignment
def test_the_release_is_the_one_that_nbgrader_makes(assignment):
    """The stubs of these tests are what a student really gets."""
    from nbgrader.preprocessors import ClearSolutions

    made, _ = ClearSolutions().preprocess(copy.deepcopy(course.source(assignment)), {})
    code = {grade_id(one): one.source for one in made.cells if one.cell_type == "code"}
    for key, text in course.solutions_of(assignment).items():
        lines = [line for line in code[key].split("\n") if "YOUR CODE HERE" not in line]
        assert "\n".join(lines) == course.stub(text), key
