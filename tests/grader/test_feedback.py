"""What a student gets back: own work, points, reasons, in the own language, and no secret."""

from __future__ import annotations

import re

import nbformat
import pytest

from tests.grader import small_course

pytestmark = pytest.mark.slow

SECRETS = ("secret_argument", "doubled_value", "commutativity", "BEGIN HIDDEN", "-42")


def test_page_speaks_the_language_of_the_notebook(small_class):
    assert '<html lang="ko">' in small_class.page("right")
    assert "확인한 것" in small_class.page("right")
    assert '<html lang="en">' in small_class.page("absolute")
    assert not re.search("[가-힣]", small_class.page("absolute"))


def test_language_is_read_from_the_text_when_metadata_is_lost(small_class):
    assert '<html lang="ko">' in small_class.page("bare")


def test_hidden_test_says_its_message_and_nothing_else(small_class):
    page = small_class.page("absolute")
    assert "were negative numbers forgotten?" in page
    assert "2 / 5" in page


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_secret_is_on_any_page(small_class, secret):
    folder = small_class.root / "feedback"
    pages = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    assert len(pages) > 20
    assert not [path.parts[-3] for path, text in pages.items() if secret in text]


@pytest.mark.parametrize("student", ["curious", "spy"])
def test_who_looks_for_the_tests_finds_the_own_cells_alone(small_class, student):
    """The tests are not there: nothing has to be withheld from what such code prints."""
    path = small_class.root / "autograded" / student / small_course.NAME
    notebook = nbformat.read(path / f"{small_course.NAME}.ipynb", as_version=4)
    shown = "".join(
        f"{one.get('text', '')}{one.get('data', '')}{one.get('evalue', '')}"
        for cell in notebook.cells
        for one in cell.get("outputs", ())
    )
    assert "def double(x)" in shown
    assert not [secret for secret in (*SECRETS, "assert") if secret in shown]


@pytest.mark.parametrize("student", ["lively", "shows"])
def test_no_script_is_live(small_class, student):
    page = small_class.page(student)
    assert "Content-Security-Policy" in page and "default-src 'none'" in page
    assert not re.search(r"<(script|svg|iframe|object)|<[^>]+\son\w+=", page)


def test_own_code_and_output_are_there(small_class):
    page = small_class.page("reader")
    assert "return 2 * x" in page and "a file of the student" in page


def test_written_answer_waits(small_class):
    assert "선생님이 직접 채점할" not in small_class.page("right")  # left blank: zero at once
    assert "Your teacher still has to grade" in small_class.page("lively")
