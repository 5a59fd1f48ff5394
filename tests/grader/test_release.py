"""Two releases from one source: equal for nbgrader, one language each, and nothing secret."""

from __future__ import annotations

import shutil

import nbformat
import pytest

from tests.grader import small_course
from tests.grader.conftest import ROOT, Class, grader
from tests.grader.hand_in import cell_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def releases(tmp_path_factory):
    """Release the project's own assignments into a copy of the course."""
    root = tmp_path_factory.mktemp("release")
    shutil.copytree(ROOT / "exercises" / "source", root / "source")
    said = grader("release", "--course", root)
    assert said.returncode == 0, said.stderr
    return Class(root, "", said)


def notebooks(graded: Class, *places: str) -> dict[str, list]:
    """Return the releases of every assignment from each place."""
    names = sorted(path.name for path in (graded.root / "source").iterdir())
    assert names
    return {
        name: [
            nbformat.read(graded.root / place / name / f"{name}.ipynb", as_version=4)
            for place in places
        ]
        for name in names
    }


def graded_cells(notebook) -> list:
    """Return what nbgrader knows of a notebook, and the code that it shows."""
    return [
        (cell.source, cell.metadata.nbgrader)
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    ]


def test_both_languages_are_equal_for_nbgrader(releases):
    for korean, english in notebooks(releases, "release/ko", "release/en").values():
        assert graded_cells(korean) == graded_cells(english)
        assert len(graded_cells(korean)) > 10
        assert all("checksum" in facts for _, facts in graded_cells(korean))


def test_each_release_has_one_language_and_says_which(releases):
    for name, (korean, english) in notebooks(releases, "release/ko", "release/en").items():
        for notebook, language in ((korean, "ko"), (english, "en")):
            tags = {tag for cell in notebook.cells for tag in cell.metadata.get("tags", ())}
            assert tags == {language}
            assert notebook.metadata.course == {"assignment": name, "language": language}


def test_nothing_secret_is_released(releases):
    from exercises.grader.anatomy import secret_lines

    places = ("source", "release", "release/ko", "release/en")
    for source, *made in notebooks(releases, *places).values():
        secrets = secret_lines(source.cells)
        assert len(secrets) > 40
        for notebook in made:
            text = "\n".join(cell.source for cell in notebook.cells)
            assert not [line for line in secrets if line in text]
            assert "BEGIN " not in text


def test_a_differing_release_is_not_overwritten(course):
    place = course / "release" / "ko" / small_course.NAME / f"{small_course.NAME}.ipynb"
    before = place.read_bytes()
    notebook = small_course.source_notebook()
    notebook.cells[0].source += "\n\n고친 글"
    small_course.write_source(course, notebook)

    refused = grader("release", "--course", course)
    assert refused.returncode == 2 and "--force" in refused.stderr
    assert place.read_bytes() == before

    assert grader("release", "--course", course, "--force").returncode == 0
    assert "고친 글" in place.read_text(encoding="utf-8")
    old = place.parent.with_name(f"{small_course.NAME}.old-1") / place.name
    assert old.read_bytes() == before


def repeat(notebook):
    cell_of(notebook, "01-double-negative").metadata.nbgrader["grade_id"] = "01-double-three"


def take_points(notebook):
    del cell_of(notebook, "01-double-three").metadata.nbgrader["points"]


def take_question(notebook):
    del cell_of(notebook, "01-double-three").metadata["question"]


def open_region(notebook):
    cell = cell_of(notebook, "01-double-negative")
    cell.source = cell.source.replace("### END HIDDEN TESTS", "")


def one_language(notebook):
    cell_of(notebook, "01-why").metadata["tags"] = ["ko"]


def no_idea(notebook):
    cell = cell_of(notebook, "01-double-three")
    cell.source = cell.source.replace("# 두 배입니다 / It doubles\n", "")


def wrong_solution(notebook):
    cell = cell_of(notebook, "01-double")
    cell.source = cell.source.replace("x + x", "x + 1")


def loud_test(notebook):
    cell_of(notebook, "01-double-three").source += "\nprint('done')"


def unasked(notebook):
    notebook.cells = [cell for cell in notebook.cells if "question" not in cell.metadata]


def wrong_sum(notebook):
    notebook.cells[2].source = "## 1. 두 배 (4점)"
    notebook.cells[3].source = "## 1. Twice (4 points)"


def unknown_withheld(notebook):
    cell = cell_of(notebook, "01-double")
    cell.source = 'from rnnkit.withheld import withhold\nwithhold("LSTN")\n' + cell.source


FAULTS = {
    unasked: ("no test looks at this answer", "이 답을 보는 검사가 없습니다"),
    wrong_sum: ("the heading says other points", "제목의 점수가 다릅니다"),
    unknown_withheld: ("a withheld name does not exist", 'withhold("LSTM")'),
    repeat: ("several cells have the same grade id", "grade_id가 겹칩니다"),
    take_points: ("the test has no points", "배점이 없습니다"),
    take_question: ("names no solution cell", "답 셀을 가리키지 않습니다"),
    open_region: ("a withheld region is open", "구간이 닫히지 않았거나"),
    one_language: ("in one language only", "한 언어에만 있습니다"),
    no_idea: ("does not say the idea in both languages", "두 언어로 뜻을 말하지 않습니다"),
    wrong_solution: ("fails on the source's own solution", "원본의 풀이로 실행해도 실패"),
    loud_test: ("a test prints", "무엇인가를 출력합니다"),
}


@pytest.mark.parametrize("breaks", FAULTS, ids=lambda breaks: breaks.__name__)
def test_a_faulty_source_is_refused_and_nothing_is_made(tmp_path, breaks):
    notebook = small_course.source_notebook()
    breaks(notebook)
    small_course.write_source(tmp_path, notebook)
    said = grader("release", "--course", tmp_path)
    assert said.returncode == 2
    for text in (*FAULTS[breaks], "cell ", "given / ", "expected / ", "fix / "):
        assert text in said.stderr, said.stderr
    assert not (tmp_path / "release").exists() and not (tmp_path / "gradebook.db").exists()
