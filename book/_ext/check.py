"""Self-check questions: ``:::{check} choice``, ``shape`` or ``number`` (see ``book/checks.py``).

The page holds question, answers and replies; a small script shows the reply to what was chosen
or typed. Without the script, and on paper, the replies stand below, in ``<details>``.
"""

from __future__ import annotations

from html import escape

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from book.checks import OPTIONS, WORDS, Answer, Check, faults, read_check, typed

logger = logging.getLogger(__name__)
CLASS = '<fieldset class="check"'


class CheckDirective(SphinxDirective):
    """One question."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = dict.fromkeys(OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """Return the nodes of the question; say what is wrong with its source."""
        check = read_check("".join(self.arguments), self.options, list(self.content))
        found = faults(check)
        for fault in found:
            logger.warning("check: %s", fault, location=self.get_location())
        if found:
            return []
        number = self.env.temp_data["checks"] = self.env.temp_data.get("checks", 0) + 1
        return self._nodes(check, f"check-{number}", WORDS[self.config.language], number)

    def _nodes(self, check: Check, name: str, words: dict[str, str], number: int) -> list:
        start = (
            f'{CLASS} data-kind="{check.kind}" id="{name}" aria-describedby="{name}-question">'
            f"<legend>{words['title']} {number}</legend>"
            f'<div class="check-question" id="{name}-question">'
        )
        ask = self._choices(check, name) if check.kind == "choice" else _field(check, name, words)
        said = " ".join(
            f'data-{key}="{escape(words[key])}"' for key in ("right", "wrong", "nothing", "other")
        )
        after = (
            f'<button type="button" hidden>{words["check"]}</button></div>'
            f'<div class="check-reply" role="status" {said}></div>'
            f'<details class="check-answers"><summary>{words["answers"]}</summary><dl>'
        )
        replies = [
            node for place, one in check.ordered() for node in self._reply(check, place, one, words)
        ]
        return [
            *[_raw(start), *self._parsed(check.question), _raw("</div>"), *ask, _raw(after)],
            *[*replies, _raw("</dl></details></fieldset>")],
        ]

    def _choices(self, check: Check, name: str) -> list[nodes.Node]:
        found = [_raw('<div class="check-options">')]
        for place, answer in enumerate(check.answers):
            start = f'<label><input type="radio" name="{name}" value="{place}"><span>'
            found += [_raw(start), *self._inline(answer.text), _raw("</span></label>")]
        return [*found, _raw('</div><div class="check-act">')]

    def _reply(self, check: Check, place: int, one: Answer, words: dict[str, str]) -> list:
        key = str(place) if check.kind == "choice" else typed(check.kind, one.text)
        mark = f"<strong>{words['right_answer']}:</strong> " if one.right else ""
        start = f'<div data-answer="{key}"{" data-right" if one.right else ""}><dt>{mark}'
        text, reply = self._inline(one.text), self._parsed(one.reply)
        return [_raw(start), *text, _raw("</dt><dd>"), *reply, _raw("</dd></div>")]

    def _parsed(self, text: str) -> list[nodes.Node]:
        holder = nodes.Element()
        self.state.nested_parse(StringList(text.split("\n")), self.content_offset, holder)
        return holder.children

    def _inline(self, text: str) -> list[nodes.Node]:
        return [node for block in self._parsed(text) for node in block.children]


def _field(check: Check, name: str, words: dict[str, str]) -> list[nodes.Node]:
    signed = any("-" in answer.text for answer in check.answers)  # that keyboard has no minus
    keys = ' inputmode="decimal"' if check.kind == "number" and not signed else ""
    field = f'<input type="text" size="14" autocomplete="off" aria-describedby="{name}-hint"{keys}>'
    hint = f'<span class="check-hint" id="{name}-hint">{words[check.kind]}</span>'
    start = '<div class="check-act">'
    return [_raw(f"{start}<label>{words['answer']} {field}</label> {hint} ")]


def _raw(html: str) -> nodes.raw:
    return nodes.raw("", html, format="html")


def add_files(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    """Load script and style on pages with a question alone."""
    if CLASS in context.get("body", ""):
        app.add_js_file("check.js", loading_method="defer")
        app.add_css_file("check.css")


def setup(app: Sphinx) -> dict:
    """Register the directive and the page hook."""
    app.add_directive("check", CheckDirective)
    app.connect("html-page-context", add_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
