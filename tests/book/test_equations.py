"""Equations of the chapters and lines of the library point at each other by one label."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from book.anatomy import dissect
from book.cells import ROOT, read_page
from book.pages import text_pages

# Labelled equations that no line of the library computes: counts, shapes, laws, other conventions.
NOT_CODE = {
    "eq-batched",  # eq-rnn-step with sizes in place of letters
    "eq-dialects-rows",  # eq-lstm-blocks before it is cut
    "eq-dialects-columns",  # the same, transposed
    "eq-dialects-reset",  # eq-gru-candidate and eq-gru-candidate-before, one unit of each
}
TAG = re.compile(r"#\s*(eq-[\w-]+)\s*$", re.MULTILINE)


def labels_of_pages(language: str) -> dict[str, list[str]]:
    """Return the equation labels of each page, as one language sees them."""
    return {
        page.stem: [
            label
            for cell in read_page(page)
            if cell.kind == "markdown" and cell.language in (None, language)
            for label in dissect(cell.source).equation_labels
            if label
        ]
        for page in text_pages()
    }


def code_tags() -> Counter:
    """Count each ``# eq-…`` at the end of a line of the library."""
    return Counter(
        tag
        for path in sorted((ROOT / "rnnkit").rglob("*.py"))
        for tag in TAG.findall(path.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_tagged_line_of_code_has_its_equation(language: str) -> None:
    known = {label for labels in labels_of_pages(language).values() for label in labels}
    missing = sorted(set(code_tags()) - known)
    assert not missing, f"tags in rnnkit without an equation `$$ … $$ (tag)`: {missing}"


def test_every_labelled_equation_is_a_line_of_code() -> None:
    labelled = {label for labels in labels_of_pages("ko").values() for label in labels}
    missing = sorted(labelled - set(code_tags()) - NOT_CODE)
    assert not missing, (
        f"equations without a line `# tag` in rnnkit: {missing}; "
        "one that no line computes goes into NOT_CODE"
    )


def test_labels_are_unique_and_named() -> None:
    for language in ("ko", "en"):
        counted = Counter(
            label for labels in labels_of_pages(language).values() for label in labels
        )
        assert not [label for label, count in counted.items() if count > 1]
        assert not [label for label in counted if not label.startswith("eq-")]


def test_a_list_of_exceptions_holds_no_strangers() -> None:
    known = {label for labels in labels_of_pages("ko").values() for label in labels}
    assert not (NOT_CODE - known), "NOT_CODE names labels that no chapter has"
    assert not (NOT_CODE & set(code_tags())), "NOT_CODE names labels that are code"
