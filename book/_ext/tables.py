"""Table heads that are read aloud: an empty one is no head, and a formula is spoken as letters.

The corner of a table has nothing to name. A head that holds nothing but a formula counts as
empty for some screen readers; they get the same letters as text.
"""

from __future__ import annotations

import re

from sphinx.application import Sphinx

_EMPTY = re.compile(r'<th class="head([^"]*)"><p></p></th>')
_FORMULA = re.compile(r"<math\b(.*?)</math>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_HEAD = re.compile(r"<th\b.*?</th>", re.DOTALL)


def spoken(formula: re.Match) -> str:
    """Return a formula that is drawn, and its letters to be read aloud."""
    letters = _TAG.sub("", f"<math{formula[1]}")
    said = f'<span class="visually-hidden">{letters}</span>'
    return f'<math aria-hidden="true"{formula[1]}</math>{said}'


def mend_heads(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    """Mend the heads of a page's tables."""
    if "<th" in context.get("body", ""):
        body = _EMPTY.sub(r'<td class="head\1"></td>', context["body"])
        context["body"] = _HEAD.sub(lambda m: _FORMULA.sub(spoken, m[0]), body)


def setup(app: Sphinx) -> dict:
    """Connect to the page when its text is complete."""
    app.connect("html-page-context", mend_heads)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
