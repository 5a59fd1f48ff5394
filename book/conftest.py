"""How pytest runs the chapters under nbval: this Python's kernel, quiet, text outputs compared.

Cells that need a package of `book.kernel.OPTIONAL` are skipped where it is missing.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from book.kernel import environment, skipped
from book.normal_form import ANSI

# Richer forms of an output repeat its text; only the text is stored and compared.
NOT_COMPARED = ("metadata", "text/html", "text/markdown", "text/latex", "image/svg+xml")


def pytest_configure(config: pytest.Config) -> None:
    """Use the kernel of the Python that runs pytest, in the book's environment."""
    if getattr(config.option, "nbval", False):
        config.option.nbval_current_env = True
        os.environ.update(environment())


@pytest.hookimpl(trylast=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Tell nbval what is not compared: colours, rich outputs, and stderr where a tag allows it."""
    cell = getattr(item, "cell", None)
    if cell is None or not hasattr(item.parent, "skip_compare"):
        return
    if missing := skipped(cell.metadata.get("tags", ())):
        pytest.skip(f"{missing} is not installed / {missing} 패키지가 없습니다")
    parent = item.parent
    usual = parent.__dict__.setdefault("usual_skip_compare", tuple(parent.skip_compare))
    allowed = ("stderr",) if "stderr-ok" in cell.metadata.get("tags", ()) else ()
    parent.skip_compare = (*usual, *NOT_COMPARED, *allowed)
    parent.sanitize_patterns[ANSI.pattern] = ""
    # nbval does not compare cells without a count, and the book stores none
    cell.execution_count = cell.execution_count or 1
