"""Name folded code cells by the words that they show.

MyST-NB gives each the English label "Toggle hidden content", which hides its visible words
("이 코드 펼치기") from a screen reader.
"""

from __future__ import annotations

from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput, visit_HideCellInput
from sphinx.application import Sphinx

_LABEL = ' aria-label="Toggle hidden content"'


def visit(self, node: HideCodeCellNode) -> None:
    """Write the opening of a folded cell without the label."""
    start = len(self.body)
    visit_HideCellInput(self, node)
    self.body[start:] = [piece.replace(_LABEL, "") for piece in self.body[start:]]


def setup(app: Sphinx) -> dict:
    """Replace MyST-NB's visitor."""
    app.add_node(HideCodeCellNode, override=True, html=(visit, depart_HideCellInput))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
