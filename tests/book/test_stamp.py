"""Stamps: renewed after reading, refused while anything else is wrong, said to the author."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from book.cells import read_page
from book.twins import find_problems


def stamp(book: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run the small book's own stamp.py, as ``make stamp`` does."""
    return subprocess.run(
        [sys.executable, str(book / "book" / "stamp.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old"), [("01-one-cell.ipynb", "## 수식"), ("mistakes.md", "자주")]
)
def test_one_changed_sentence(file: str, old: str, small_book: Path) -> None:
    path = small_book / "book" / file
    change(path, old, old + " 다시")
    said = stamp(small_book, "--check")
    assert said.returncode == 1 and "has changed since" in said.stdout
    said = stamp(small_book, path.stem)
    assert said.returncode == 0, said.stdout
    assert f"{old} 다시" in said.stdout, "the partner's text must be shown"
    assert "1 stamp(s) renewed" in said.stdout
    assert not find_problems(path)
    before = path.read_bytes()
    assert "0 stamp(s) renewed" in stamp(small_book, path.stem).stdout
    assert path.read_bytes() == before
    assert stamp(small_book, "--check").returncode == 0


def test_missing_stamps_are_filled_in(small_book: Path) -> None:
    path = small_book / "book" / "01-one-cell.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        cell["metadata"].pop("twin", None)
    path.write_text(json.dumps(content), encoding="utf-8")
    assert stamp(small_book, "01-one-cell").returncode == 0
    assert not find_problems(path)
    assert all(cell.twin for cell in read_page(path) if cell.language)


def test_nothing_is_written_while_something_else_is_wrong(small_book: Path) -> None:
    path = small_book / "book" / "01-one-cell.ipynb"
    change(path, "## The equation", "### The equation")
    before = path.read_bytes()
    said = stamp(small_book, "01-one-cell")
    assert said.returncode == 1 and "nothing stamped" in said.stdout
    assert "heading levels differ" in said.stdout
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["01-onecell", "one-cell", "book/01-one-cels.ipynb"])
def test_an_unknown_chapter_names_the_nearest(name: str, small_book: Path) -> None:
    said = stamp(small_book, name)
    assert said.returncode == 2 and "CHAPTER=01-one-cell" in said.stdout


@pytest.mark.parametrize("name", ["01-one-cell", "01-one-cell.ipynb", "book/01-one-cell.ipynb"])
def test_a_chapter_may_be_named_as_a_file(name: str, small_book: Path) -> None:
    assert stamp(small_book, name).returncode == 0


def test_no_chapter(small_book: Path) -> None:
    said = stamp(small_book)
    assert said.returncode == 2 and "make stamp CHAPTER=" in said.stdout
