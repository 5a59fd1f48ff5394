"""Keep the script of the steppers once on a page, however many steppers it holds.

Each stored output of a trace brings its script along, as a notebook needs it; on a page of the
book the last one serves all.
"""

from __future__ import annotations

import re

from sphinx.application import Sphinx

from book.outputs import STEPPER

SCRIPT = re.compile(r"(?<=</rnn-trace>)<script>.*?</script>", re.DOTALL)


def keep_last(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    """Drop all scripts behind a stepper but the last one, which finds every stepper above it."""
    body = context.get("body", "")
    if STEPPER in body:
        above = len(SCRIPT.findall(body)) - 1
        context["body"] = SCRIPT.sub("", body, count=above) if above else body


def setup(app: Sphinx) -> dict:
    """Connect to the page when its text is complete."""
    app.connect("html-page-context", keep_last)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
