"""Offer each chapter as a notebook in the page's language, ready for Jupyter.

The other language's cells and the twins' stamps are gone, figures are pictures, references are
words, outputs are kept. The book's own source is not offered: it speaks MyST and two languages.
"""

from __future__ import annotations

import json
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from book._ext.bilingual import filter_notebook
from book._ext.plain_markdown import PlainMarkdown
from book.cells import LANGUAGES, joined, notebook_text

FOLDER = "notebooks"


class BookNames:
    """The numbers and titles that the built book shows for references."""

    def __init__(self, env: BuildEnvironment):
        self.env, self.language = env, env.config.language

    def equation(self, label: str) -> str:
        """Return an equation's number."""
        found = self.env.domains["math"].equations.get(label)
        return str(found[1]) if found else ""

    def reference(self, role: str, target: str) -> str:
        """Return what the book shows for ``{role}`target```."""
        if role == "eq":
            return f"({self.equation(target)})"
        standard = self.env.domains["std"]
        page, anchor, title = standard.labels.get(target, ("", "", ""))
        if role == "numref":
            page, anchor = standard.anonlabels.get(target, ("", ""))
            number = self.env.toc_fignumbers.get(page, {}).get("figure", {}).get(anchor)
            shown = ".".join(map(str, number)) if number else ""
            return self.env.config.numfig_format["figure"].replace("%s", shown)
        if role == "doc":
            return self.env.titles.get(target, nodes.title("", target)).astext()
        return title or target


def download_name(docname: str, language: str) -> str:
    """Return the file name under which a page's notebook is offered."""
    return f"{docname.rpartition('/')[2]}.{language}.ipynb"


def plain_notebook(text: str, language: str, names: BookNames, folder: Path) -> dict:
    """Turn the source of a chapter into a notebook of one language for Jupyter."""
    notebook = json.loads(filter_notebook(text, language))
    for cell in notebook["cells"]:
        metadata = cell["metadata"]
        metadata.pop("twin", None)
        tags = [tag for tag in metadata.pop("tags", []) if tag not in (*LANGUAGES, "words-ok")]
        if tags:
            metadata["tags"] = tags
        source = joined(cell["source"])
        if cell["cell_type"] == "markdown":
            source = PlainMarkdown(names, folder).convert(source)
        cell["source"] = source.splitlines(keepends=True)
    return notebook


def write_notebooks(app: Sphinx, exception: Exception | None) -> None:
    """Write a notebook for every chapter once all numbers are known."""
    if exception or app.builder.format != "html":
        return
    folder = Path(app.outdir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    names = BookNames(app.env)
    for docname in sorted(app.env.found_docs):
        source = Path(app.env.doc2path(docname))
        if source.suffix != ".ipynb":
            continue
        text = source.read_text(encoding="utf-8")
        notebook = plain_notebook(text, app.config.language, names, source.parent)
        target = folder / download_name(docname, app.config.language)
        target.write_text(notebook_text(notebook), encoding="utf-8", newline="\n")


def offer_notebook(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    """Give the templates ``notebook_download``."""
    if doctree is None or not str(app.env.doc2path(pagename)).endswith(".ipynb"):
        return
    name = download_name(pagename, app.config.language)
    context["notebook_download"] = {
        "name": name,
        "url": context["pathto"](f"{FOLDER}/{name}", 1),
    }


def setup(app: Sphinx) -> dict:
    """Connect to Sphinx."""
    app.connect("html-page-context", offer_notebook)
    app.connect("build-finished", write_notebooks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
