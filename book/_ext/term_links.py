"""Link the first mention of each of the glossary's terms in a chapter to its entry.

This happens in the finished text: the source, its twins and the notebooks to download know
nothing of it. Headings, captions, tables, code, links and questions stay as they are, and so do
everyday words (``gloss: false``).
"""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

from book.terms import find_terms, term_anchor
from book.words import read_glossary

PAGE = "book/glossary"
PROSE = (
    nodes.paragraph,
    nodes.strong,
    nodes.emphasis,
    nodes.list_item,
    nodes.bullet_list,
    nodes.enumerated_list,
    nodes.section,
)


def in_prose(node: nodes.Node) -> bool:
    """Tell whether a text stands in a paragraph or a list, in nothing else and in no question."""
    if not isinstance(node.parent, nodes.TextElement):
        return False
    while not isinstance(node.parent, nodes.document):
        node = node.parent
        if type(node) not in PROSE or any(name.endswith("-check") for name in node["ids"]):
            return False
    return True


def link(text: str, name: str, document: str) -> pending_xref:
    """Return a reference with the words of the text to a term's entry."""
    target = {"reftarget": term_anchor(name), "refdomain": "std", "reftype": "ref"}
    reference = pending_xref(text, refdoc=document, refexplicit=True, refwarn=True, **target)
    reference += nodes.inline(text, text)
    return reference


def link_terms(app: Sphinx, document: nodes.document) -> None:
    """Replace the first mention of each term in the prose of a chapter."""
    name = app.env.docname
    if not re.fullmatch(r"book/\d\d-.*", name) or PAGE not in app.env.found_docs:
        return
    glossary = read_glossary(Path(app.srcdir) / "book" / "glossary.yml")
    waiting = {term for term, entry in glossary.items() if entry.get("gloss", True)}
    for text in [node for node in document.findall(nodes.Text) if in_prose(node)]:
        pieces, done = [], 0
        for term, match in find_terms(text.astext(), glossary, app.config.language):
            if term in waiting:
                waiting.remove(term)
                pieces += [nodes.Text(text[done : match.start()]), link(match[0], term, name)]
                done = match.end()
        if pieces:
            text.parent.replace(text, [*pieces, nodes.Text(text[done:])])


def setup(app: Sphinx) -> dict:
    """Connect when a page was read; a changed glossary makes the pages new (publish.py)."""
    app.connect("doctree-read", link_terms)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
