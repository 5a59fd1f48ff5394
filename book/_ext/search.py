"""Search that knows Korean: the text of every section in one file, and a page that reads it.

Sphinx' own search knows whole words only, so '시퀀스를' never finds '시퀀스는'; it fetches pages
for its summaries, which a browser forbids for a folder on a disk. Here ``search-data.js`` holds
the sentences, read from the finished pages, and ``_static/search.js`` looks through them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from sphinx.application import Sphinx

from book.words import read_glossary

DATA = "search-data.js"
_SKIP = ("script", "style", "svg", "nav", "button", "rnn-trace", "live-cell", "noscript")
_BLOCKS = ("p", "li", "dd", "dt", "td", "th", "pre", "h1", "h2", "h3", "h4", "figcaption", "div")
_BLOCKS += ("section", "label", "summary", "legend", "tr", "ul", "ol", "table")
_VOID = ("br", "img", "input", "hr", "meta", "link", "source", "wbr", "col")
_HEADINGS = ("h1", "h2", "h3", "h4")
_SENTENCE = re.compile(r"(?<=[.!?。])\s+")


class Sections(HTMLParser):
    """Reads the article of a page into sections: (anchor, heading, sentences)."""

    def __init__(self):
        super().__init__()
        self.found: list[tuple[str, str, list[str]]] = []
        self._stack: list[tuple[str, str]] = []
        self._places: list[int] = []  # the open sections, as places in `found`
        self._text: list[str] = []
        self._silent = self._article = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Follow a tag that opens."""
        if tag in _VOID:
            return
        named = dict(attributes)
        self._article += tag == "article"
        silent = tag in _SKIP or "headerlink" in (named.get("class") or "")
        self._stack.append((tag, "silent" if silent else ""))
        self._silent += silent
        if not self._article:
            return
        if tag in _BLOCKS:
            self._close_text()
        if tag == "section":
            self.found.append((named.get("id") or "", "", []))
            self._places.append(len(self.found) - 1)

    def handle_endtag(self, tag: str) -> None:
        """Follow a tag that closes; what stands open inside it closes, too."""
        if tag not in (name for name, _ in self._stack):
            return
        while self._stack:
            name, silent = self._stack.pop()
            if self._article and name in _BLOCKS:
                self._close_text(name)
            self._silent -= silent == "silent"
            if name == "section" and self._places:
                self._places.pop()
            self._article -= name == "article"
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        """Collect the words of a block."""
        if self._article and not self._silent:
            self._text.append(data)

    def _close_text(self, tag: str = "") -> None:
        text = " ".join("".join(self._text).split())
        self._text = []
        if not text or not self._places:
            return
        place = self._places[-1]
        anchor, heading, sentences = self.found[place]
        if tag in _HEADINGS and not heading:
            self.found[place] = (anchor, text, sentences)
        else:
            sentences.extend(_SENTENCE.split(text))


def sections(html: str) -> list[tuple[str, str, list[str]]]:
    """Return the sections of a page: (anchor, heading, sentences)."""
    reader = Sections()
    reader.feed(html)
    return reader.found


def records(app: Sphinx) -> Iterator[list]:
    """Yield (address, anchor, page, heading, sentences) for each section of the book."""
    for name in sorted(app.env.found_docs):
        address = app.builder.get_target_uri(name)
        html = (Path(app.outdir) / address).read_text(encoding="utf-8")
        page = ""
        for anchor, heading, sentences in sections(html):
            page = page or heading
            yield [address, anchor, page, heading, sentences]


def nouns(app: Sphinx) -> list[str]:
    """Return the glossary's nouns, so that a word of one syllable is known as one."""
    glossary = read_glossary(Path(app.srcdir) / "book" / "glossary.yml")
    return sorted({str(entry[app.config.language]).lower() for entry in glossary.values()})


def write_data(app: Sphinx, exception: Exception | None) -> None:
    """Write what the search page reads, once all pages are written."""
    if exception or app.builder.name != "html":
        return
    data = {"nouns": nouns(app), "sections": list(records(app))}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    target = Path(app.outdir) / DATA
    target.write_text(f"window.bookText = {text};\n", encoding="utf-8", newline="\n")


def add_pages(app: Sphinx) -> Iterator[tuple[str, dict, str]]:
    """Add the page to search on."""
    yield "search", {}, "search.html"


def no_index(app: Sphinx) -> None:
    """Spare Sphinx the index of its own search."""
    app.builder.search = False


def setup(app: Sphinx) -> dict:
    """Connect to Sphinx."""
    app.connect("builder-inited", no_index)
    app.connect("html-collect-pages", add_pages)
    app.connect("build-finished", write_data)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
