"""The command that builds the site: quick again, plain about failures, at home in any folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.conftest import make_book, publish

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small book that has been published once."""
    root = make_book(tmp_path_factory.mktemp("published") / "책 한 권")
    assert publish(root).returncode == 0
    return root


def state(root: Path) -> dict[str, bytes]:
    site = root / "_build" / "site"
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_the_last_line_is_the_page_to_open(book: Path) -> None:
    said = publish(book)
    assert said.stdout.splitlines()[-1] == str(book / "_build" / "site" / "index.html")
    assert not said.stderr


def test_a_second_build_reads_nothing_again_and_changes_nothing(book: Path) -> None:
    before, marks = state(book), {}
    for page in (book / "_build" / "parts").rglob("*.doctree"):
        marks[page] = page.stat().st_mtime_ns
    assert publish(book).returncode == 0
    assert marks and all(page.stat().st_mtime_ns == mark for page, mark in marks.items())
    assert state(book) == before


def test_one_changed_sentence_reaches_its_page(book: Path) -> None:
    path = book / "book" / "01-one-cell.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("# One cell", "# One little cell"), encoding="utf-8")
    assert publish(book).returncode == 0
    pages = state(book)
    assert b"One little cell" in pages["en/book/01-one-cell.html"]
    assert b"One little cell" in pages["en/book/index.html"], "the table of contents too"
    assert b"One little cell" not in pages["ko/book/01-one-cell.html"]
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("01-one-cell.ipynb", "(#m01)", "(#m99)", "cell one-cell-picture-"),
        ("01-one-cell.ipynb", "{numref}`fig-one-cell`", "{numref}`fig-no`", "fig-no"),
        ("01-one-cell.ipynb", "one_cell.ko.svg", "no_cell.ko.svg", "no_cell.ko.svg"),
        ("01-one-cell.ipynb", '"(1, 1, 4)\\n"', "", "no output is stored"),
        ("mistakes.md", "{ref}`one-cell-picture`", "{ref}`nowhere`", "mistakes.md"),
        ("mistakes.md", "{ref}`one-cell-picture`", "{py:func}`nothing`", "nothing"),
        ("index.ipynb", '"nbformat": 4', "<<<<<<<", "not a notebook"),
    ],
)
def test_a_failed_build_says_where_and_leaves_the_old_site(
    file: str, old: str, new: str, words: str, book: Path
) -> None:
    path = book / "book" / file
    text, before = path.read_text(encoding="utf-8"), state(book)
    assert old in text
    broken = text.replace(old, new)
    if words == "no output is stored":
        start = text.index('"outputs": [') + len('"outputs": [')
        broken = text[:start] + text[text.index("\n   ],", start) :]
    path.write_text(broken, encoding="utf-8")
    said = publish(book)
    path.write_text(text, encoding="utf-8")
    assert said.returncode == 1
    assert any(file in line and words in line for line in said.stdout.splitlines()), said.stdout
    assert "The site before it stands." in said.stdout
    assert "Traceback" not in said.stdout
    assert state(book) == before


def test_a_formula_that_cannot_be_read_is_named(book: Path) -> None:
    path = book / "book" / "01-one-cell.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(r"\\tanh(x_t", r"\\tnah(x_t"), encoding="utf-8")
    said = publish(book)
    path.write_text(text, encoding="utf-8")
    assert said.returncode == 1 and "tnah" in said.stdout and "01-one-cell" in said.stdout


def test_plain_settings_of_an_old_machine(book: Path) -> None:
    said = publish(book, LANG="C", LC_ALL="C")
    assert said.returncode == 0 and "책 한 권" in said.stdout


def test_addresses_of_a_published_site(book: Path) -> None:
    said = publish(book, "--url", "https://example.org/rnn/")
    assert said.returncode == 0, said.stdout
    page = state(book)["ko/book/01-one-cell.html"].decode()
    for code in ("ko", "en"):
        address = f"https://example.org/rnn/{code}/book/01-one-cell.html"
        assert f'<link rel="alternate" hreflang="{code}" href="{address}" />' in page
    assert '<link rel="canonical" href="https://example.org/rnn/ko/book/01-one-cell.html"' in page


def test_plain_jupyter_book_gives_the_korean_book(book: Path) -> None:
    command = Path(sys.executable).parent / "jupyter-book"
    said = subprocess.run(
        [str(command), "build", str(book), "-W", "-n", "--keep-going"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr
    page = (book / "_build" / "html" / "book" / "01-one-cell.html").read_text(encoding="utf-8")
    assert '<html lang="ko"' in page and "셀 하나" in page
    assert "language-switch" not in page, "built alone, it has no sister to switch to"


def test_nothing_is_made_outside_the_build_folder(book: Path) -> None:
    made = {path.name for path in book.iterdir()} - {"_config.yml", "_toc.yml", "book", "_build"}
    assert not made
    extra = [p for p in (book / "book").rglob("*") if p.suffix in (".mo", ".html") and p.is_file()]
    assert not [p for p in extra if "_templates" not in p.parts]
