"""Render equations to MathML while the book is built.

Every browser draws MathML itself: no script, no request to anybody, nothing to wait for, and the
text reads the same without a network. A formula that cannot be read is a warning that names it.
"""

from __future__ import annotations

import re

from docutils import nodes
from math_core import LatexError, LatexToMathML
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

logger = logging.getLogger(__name__)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def to_mathml(source: str, display: bool) -> str:
    """Convert TeX to ``<math>``; lines broken by ``\\\\`` are aligned at their ``&``.

    Raises
    ------
    ValueError
        With one line that says what cannot be read.
    """
    text = source.strip()
    if display and r"\\" in text and r"\begin" not in text:
        text = rf"\begin{{aligned}}{text}\end{{aligned}}"
    try:
        return LatexToMathML().convert_with_local_state(text, displaystyle=display)
    except LatexError as error:
        lines = [line.strip() for line in _COLOUR.sub("", str(error)).splitlines() if line.strip()]
        raise ValueError(f"{lines[0] if lines else 'not TeX'} in: {source.strip()}") from None


def _math_or_source(node: nodes.Element, display: bool) -> str:
    try:
        return to_mathml(node.astext(), display)
    except ValueError as error:
        logger.warning("equation / 수식: %s", error, location=node)
        return f"<code>{nodes.unescape(node.astext())}</code>"


def visit_math(self, node: nodes.math) -> None:
    """Write an inline formula."""
    self.body.append(self.starttag(node, "span", "", CLASS="math notranslate nohighlight"))
    self.body.append(_math_or_source(node, False) + "</span>")
    raise nodes.SkipNode


def visit_math_block(self, node: nodes.math_block) -> None:
    """Write a displayed formula with its number and the link to it."""
    self.body.append(self.starttag(node, "div", CLASS="math notranslate nohighlight"))
    self.body.append(_math_or_source(node, True))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')
        self.add_permalink_ref(node, _("Link to this equation"))
        self.body.append("</span>")
    self.body.append("</div>\n")
    raise nodes.SkipNode


def choose_renderer(app: Sphinx, config: Config) -> None:
    """Use MathML; MyST has asked for MathJax by loading its extension."""
    config.html_math_renderer = "mathml"


def setup(app: Sphinx) -> dict:
    """Register the renderer."""
    app.add_html_math_renderer("mathml", (visit_math, None), (visit_math_block, None))
    app.connect("config-inited", choose_renderer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
