"""What a page tells machines about itself: description, and how it looks when it is shared.

The description is the first paragraph of the page. A social card needs an absolute address, so it
is there when the book knows where it is published (``make book URL=…``).
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx

CARD = "_static/chapter-{}.png"  # a chapter as it is seen
LONGEST = 160
LOCALES = {"ko": "ko_KR", "en": "en_US"}


def description(doctree: nodes.document) -> str:
    """Return the first paragraph of a page, cut between words at 160 letters."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        if len(text) > 30 and isinstance(paragraph.parent, nodes.section):
            return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0]} …"
    return ""


def add_facts(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    """Give the templates ``facts``: (attribute, name, content) of each meta element."""
    language = app.config.language
    said = description(doctree) if doctree is not None else ""
    title = nodes.unescape(context.get("title", "") or app.config.html_title)
    facts = [
        ("property", "og:title", title),
        ("property", "og:site_name", app.config.html_title),
        ("property", "og:type", "article"),
        ("property", "og:locale", LOCALES[language]),
        ("name", "twitter:card", "summary_large_image"),
    ]
    if said:
        facts += [("name", "description", said), ("property", "og:description", said)]
    if base := app.config.html_baseurl:
        facts.append(("property", "og:url", base + app.builder.get_target_uri(pagename)))
        facts.append(("property", "og:image", base + CARD.format(language)))
        facts.append(("property", "og:image:alt", app.config.html_title))
    context["facts"] = facts


def setup(app: Sphinx) -> dict:
    """Connect to each page."""
    app.connect("html-page-context", add_facts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
