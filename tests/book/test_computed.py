"""Numbers in a chapter's text come from its cells, and its equations are true."""

from __future__ import annotations

from pathlib import Path

import pytest

from book.arithmetic import agree, sides
from book.cells import notebook_text
from book.computed import find_number_problems
from book.pages import text_pages
from tests.book.small_book import code, notebook, twins


def test_every_number_of_a_page_is_computed() -> None:
    assert [str(problem) for page in text_pages() for problem in find_number_problems(page)] == []


@pytest.mark.parametrize(
    ("equation", "chains"),
    [
        (r"h_1[0] &= \tanh(0.5 + 0.1) = 0.5370", [["tanh(0.5 + 0.1)", "0.5370"]]),
        (r"4 \cdot 2 + 2 = 10 \\ 3 = 4", [["4 * 2 + 2", "10"], ["3", "4"]]),
        (r"\bigl(2 - 1\bigr) = \frac{4}{4}", [["(2 - 1 )", "((4)/(4))"]]),
        (r"\sqrt{9 + 16} = 5, \quad 1 = 1", [["sqrt(9 + 16)", "5"], ["1", "1"]]),
        (r"-\log 0.5 = 0.6931", [["-log(0.5)", "0.6931"]]),
        (r"e^{-0.7} = 0.7^2", [["exp(-0.7)", "0.7**2"]]),
        (r"\sigma(0.62) = 0.6502", [["sigma(0.62)", "0.6502"]]),
        (r"D \cdot H = 8", []),
        (r"(0.5, -0.3) = 1", []),
        (r"h_{t-1} U", []),
        (r"\frac{1}{0} = 1", []),
    ],
)  # fmt: skip
def test_sides_that_are_numbers(equation: str, chains: list[list[str]]) -> None:
    found = [[side.strip() for side in chain] for chain in sides(equation)]
    assert [[" ".join(s.split()) for s in chain] for chain in found] == chains


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("8 + 4 + 2", "14", True),
        ("8 + 4 + 2", "15", False),
        ("tanh(0.6)", "0.5370", True),
        ("tanh(0.6)", "0.5374", False),
        ("0.6502*0.5 + 0.3498*0.7467", "0.5863", True),
        ("0.6502*0.5 + 0.3498*0.7467", "0.5867", False),
        ("tanh(-0.0918)", "-0.0915", True),
        ("tanh(-0.0918)", "0.0915", False),
    ],
)
def test_two_sides_agree(one: str, two: str, same: bool) -> None:
    assert agree(one, two) == same


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("0.5370과 14와 `(1, 5, 4)`", []),
        ("0.537", []),
        ("0.5371", ["0.5371"]),
        ("15개", ["15"]),
        ("9개", []),
        ("12장과 chapter 12", []),
        ("`(1, 4, 5)`", ["(1, 4, 5)"]),
        ("`(1,5,4)`", []),
        ("`h[0.1 0.537]`", ["0.1"]),
        ("54%와 55%", ["55%"]),
        ("$0.5370 + 1 = 1.5370$과 1.537", []),
        ("$0.5371 + 0.1 = 0.6371$", ["0.5371", "0.1", "0.6371"]),
        ("$0.5370 + 0.1 = 0.7370$", ["0.5370 + 0.1 = 0.6370, 0.7370 = 0.7370", "0.1", "0.7370"]),
        ("$7 + 7 = 14 = 13$", ["14 = 14.0000, 13 = 13.0000", "13"]),
        ("3.15판 <!-- quoted: 3.15, (7, 7) -->`(7, 7)`와 `(8, 8)`", ["(8, 8)"]),
        (":::{check} number\n13\n:::", []),
    ],
)
def test_a_number_of_nowhere_is_named(text: str, given: list[str], tmp_path: Path) -> None:
    path = tmp_path / "01-one-cell.ipynb"
    cell = code("one-cell-code", "print(h)\nassert n == 14", "0.537 (1, 5, 4)\n")
    page = notebook(cell, twins("one-cell-text", text, "A"))
    path.write_text(notebook_text(page), encoding="utf-8")
    found = find_number_problems(path)
    assert [problem.given for problem in found] == given
    assert all(p.cell == "one-cell-text-ko" and p.file == path.name and p.fix for p in found)


def test_pages_without_cells_are_free(tmp_path: Path) -> None:
    path = tmp_path / "notation.md"
    path.write_text("0.1234\n", encoding="utf-8")
    assert find_number_problems(path) == []
