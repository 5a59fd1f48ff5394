"""Links into the book: pages for a student, never files that only the author has."""

import re
import shutil

import nbformat
import pytest

from exercises.grader.book_links import BookLinks, redirect
from tests.grader.conftest import ROOT, grader, settle

TEXT = "[2장 펼치기](../../../book/02-unfolding.ipynb)를 봅니다. [Keras](https://keras.io)"


def test_a_link_leads_to_the_page_of_its_language():
    assert redirect(TEXT, "https://example.org/rnn/", "ko") == (
        "[2장 펼치기](https://example.org/rnn/ko/book/02-unfolding.html)를 봅니다. "
        "[Keras](https://keras.io)"
    )


def test_without_an_address_the_words_stay():
    assert redirect(TEXT, "", "en") == "2장 펼치기를 봅니다. [Keras](https://keras.io)"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_cell_speaks_the_language_of_its_tag(language):
    cell = nbformat.v4.new_markdown_cell(TEXT, metadata={"tags": [language]})
    done, _ = BookLinks(book="https://example.org").preprocess_cell(cell, {}, 0)
    assert f"https://example.org/{language}/book/02-unfolding.html" in done.source


@pytest.mark.slow
def test_a_release_leads_to_the_published_book(tmp_path):
    shutil.copytree(ROOT / "exercises" / "source", tmp_path / "source")
    settle(tmp_path)
    with (tmp_path / "nbgrader_config.py").open("a", encoding="utf-8") as settings:
        settings.write('c.BookLinks.book = "https://example.org"\n')
    said = grader("release", "02-unfolding", "--course", tmp_path)
    assert said.returncode == 0, said.stderr
    for edition, languages in ((".", ["ko", "en"]), ("ko", ["ko"]), ("en", ["en"])):
        path = tmp_path / "release" / edition / "02-unfolding" / "02-unfolding.ipynb"
        text = path.read_text(encoding="utf-8")
        assert "book/02-unfolding.ipynb" not in text
        assert re.findall(r"example.org/(..)/book/02-unfolding.html", text) == languages
