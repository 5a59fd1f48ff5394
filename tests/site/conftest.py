"""Build the sites that the tests read: the small book, and the book itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from book.cells import ROOT
from tests.book.small_book import make_book


def publish(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run a book's publish.py, as ``make book`` does."""
    return subprocess.run(
        [sys.executable, str(root / "book" / "publish.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture(scope="module", params=["small book", "book"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built site."""
    root = ROOT
    if request.param == "small book":
        root = make_book(tmp_path_factory.mktemp("site") / "작은 책")
    said = publish(root)
    assert said.returncode == 0, said.stdout + said.stderr
    return Path(said.stdout.splitlines()[-1]).parent
