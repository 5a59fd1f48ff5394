"""Links from an assignment into the book: files beside the source, pages for a student.

A source links to ``../../../book/02-unfolding.ipynb``, which works where it is written. A student
has no such file: the link leads to the published book, or, where there is none, its words stay.
"""

from __future__ import annotations

import re

from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from .words import LANGUAGES

_LINK = re.compile(r"\[(?P<words>[^\]]*)\]\((?:\.\./)+book/(?P<page>[\w-]+)\.(?:ipynb|md)\)")


def redirect(text: str, book: str, language: str) -> str:
    """Return a text whose links into the book's sources lead to its pages, or nowhere."""
    address = f"{book.rstrip('/')}/{language}/book/"
    target = r"[\g<words>](" + address + r"\g<page>.html)" if book else r"\g<words>"
    return _LINK.sub(target, text)


class BookLinks(NbGraderPreprocessor):
    """Redirects the links of plain text while nbgrader generates an assignment."""

    book = Unicode("", help="Where the book is published; empty: links become words.").tag(
        config=True
    )

    def preprocess_cell(self, cell, resources, cell_index):
        if cell.cell_type == "markdown":
            tags = [tag for tag in cell.metadata.get("tags", ()) if tag in LANGUAGES]
            cell.source = redirect(cell.source, self.book, tags[0] if tags else LANGUAGES[0])
        return cell, resources
