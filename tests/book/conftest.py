"""Fixtures of the book's tests: a small bilingual book in a folder of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.book.small_book import make_book


@pytest.fixture
def small_book(tmp_path: Path) -> Path:
    """Return the folder of a fresh small book; its name has a space and Hangul."""
    return make_book(tmp_path / "작은 책")
