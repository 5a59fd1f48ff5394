"""Warn when a page would show nothing where its code prints: the output was never stored."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util import logging

from book.cells import cells_of_notebook, display_name, parse_notebook
from book.outputs import output_faults

logger = logging.getLogger(__name__)


def check_outputs(app: Sphinx, docname: str, source: list[str]) -> None:
    """Look at the outputs of each code cell of a notebook as it is read."""
    path = Path(app.env.doc2path(docname))
    if path.suffix != ".ipynb":
        return
    try:
        notebook = parse_notebook(source[0], display_name(path))
    except ValueError as error:
        raise SphinxError(str(error)) from None
    for cell in cells_of_notebook(notebook):
        for fault in output_faults(cell) if cell.kind == "code" else ():
            logger.warning(
                "cell %s: %s; run / 실행: make run CHAPTER=%s",
                cell.id,
                fault,
                docname.rpartition("/")[2],
                location=docname,
            )


def setup(app: Sphinx) -> dict:
    """Connect before the cells are filtered."""
    app.connect("source-read", check_outputs, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
