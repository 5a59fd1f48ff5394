"""One source, two books: keep the cells of Sphinx' ``language``, drop the other language's.

A notebook is filtered by cell tags, a Markdown page by its block breaks, before either is parsed.
Strings with two halves ("한국어 / English") in titles, captions and shared cells give one half.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import SphinxError

from book.cells import (
    LANGUAGES,
    break_metadata,
    cells_of_notebook,
    display_name,
    half,
    split_blocks,
)

SETTINGS = (
    "html_title",
    "html_short_title",
    "project",
    "author",
    "copyright",
    "nb_code_prompt_show",
    "nb_code_prompt_hide",
    "togglebutton_hint",
    "togglebutton_hint_hide",
)
_OPTION = re.compile(r"^(\s*:(?:alt|caption):\s+)(.*)$")
_HEADING = re.compile(r"^(#{1,6}\s+)(.*)$")
_IMAGE = re.compile(r"(!\[)([^\]]*)(\])")
_LABEL = re.compile(r"^\([^()\s]+\)=\s*$")
_NAMES = re.compile(r"^\(([^()\s]+)\)=\s*$", re.MULTILINE)
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")


def halve_text(text: str, language: str) -> str:
    """Take one half in headings, alt texts, captions and table cells of a shared text."""
    lines, fence = [], ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        lines.append(line if fence else _halve_line(line, language))
    return "\n".join(lines)


def _halve_line(line: str, language: str) -> str:
    for pattern in (_HEADING, _OPTION):
        if found := pattern.match(line):
            return found[1] + half(found[2], language)
    if line.lstrip().startswith("|"):
        return "|".join(_halve_cell(part, language) for part in line.split("|"))
    return _IMAGE.sub(lambda m: m[1] + half(m[2], language) + m[3], line)


def _halve_cell(part: str, language: str) -> str:
    taken = half(part.strip(), language)
    return part if taken == part.strip() else f" {taken} "


def anchor(source: str, name: str, taken: set[str]) -> str:
    """Give the first heading of a twin the label ``name``, unless it has one already.

    Without it the English heading would be ``#the-gates`` and the Korean one ``#id3``, and the
    language switch could not keep the reader's place.
    """
    lines = source.split("\n")
    for number, line in enumerate(lines):
        if _HEADING.match(line):
            if name in taken or (number and _LABEL.match(lines[number - 1])):
                break
            lines.insert(number, f"({name})=")
            taken.add(name)
            break
        if line.strip() and not _LABEL.match(line):
            break  # a heading deeper in the text may stand inside code
    return "\n".join(lines)


def _base(name: str) -> str:
    return re.sub(r"-(ko|en)$", "", name)


def filter_notebook(text: str, language: str) -> str:
    """Return the notebook with the cells of one language, shared strings halved."""
    notebook = json.loads(text)
    known = cells_of_notebook(notebook)
    taken = set(_NAMES.findall("\n".join(cell.source for cell in known)))
    kept = []
    for cell, read in zip(notebook["cells"], known, strict=True):
        if read.language not in (None, language):
            continue
        if read.language:
            cell["source"] = anchor(read.source, _base(read.id), taken)
        elif read.kind == "markdown":
            cell["source"] = halve_text(read.source, language)
        if "outputs" in cell:
            cell["outputs"] = [output for output in cell["outputs"] if not _is_blank(output)]
        kept.append(cell)
    notebook["cells"] = kept
    return json.dumps(notebook, ensure_ascii=False)


def _is_blank(output: dict) -> bool:
    """Say whether an output shows nothing, such as the trace that a table of rich leaves."""
    data = output.get("data", {"": output.get("text", "x")})
    return output["output_type"] != "error" and not any("".join(d).strip() for d in data.values())


def filter_markdown(text: str, language: str, name: str = "page.md") -> str:
    """Return a Markdown page with the blocks of one language."""
    taken = set(_NAMES.findall(text))
    pieces = []
    for head, source in split_blocks(text):
        meta = break_metadata(head, name)
        tags = [tag for tag in meta.get("tags", ()) if tag in LANGUAGES]
        if tags and language not in tags:
            source = "\n" * source.count("\n")  # warnings keep their line numbers
        elif not tags:
            source = halve_text(source, language)
        elif "id" in meta:
            source = anchor(source, _base(meta["id"]), taken)
        pieces.append(source if head is None else f"\n{source}")
    return "".join(pieces)


def keep_language(app: Sphinx, docname: str, source: list[str]) -> None:
    """Filter a page as it is read."""
    language = app.config.language
    path = Path(app.env.doc2path(docname))
    try:
        if path.suffix == ".ipynb":
            source[0] = filter_notebook(source[0], language)
        else:
            source[0] = filter_markdown(source[0], language, display_name(path))
    except ValueError as error:
        raise SphinxError(str(error)) from None


def labels_first(app: Sphinx, document: nodes.document) -> None:
    """Let a section's label be its first id, before the id made from its words."""
    for section in document.findall(nodes.section):
        labels = [
            document.nameids[name]
            for name in section["names"]
            if document.nametypes.get(name) and document.nameids.get(name)
        ]
        others = [name for name in section["ids"] if name not in labels]
        section["ids"] = [name for name in section["ids"] if name in labels] + others


def halve_settings(app: Sphinx, config: Config) -> None:
    """Take one half of the book's title and of the other settings that are words."""
    if config.language not in LANGUAGES:
        raise ValueError(f"language is {config.language!r}; expected one of {LANGUAGES}")
    for name in SETTINGS:
        if name in config and isinstance(config[name], str):
            config[name] = half(config[name], config.language)
    for name, value in config.html_theme_options.items():
        if isinstance(value, str):
            config.html_theme_options[name] = half(value, config.language)


def halve_contents(app: Sphinx, config: Config) -> None:
    """Take one half of the titles and captions in the table of contents."""
    for document in config.external_site_map.values():
        document.title = half(document.title, config.language) if document.title else None
        for tree in document.subtrees:
            tree.caption = half(tree.caption, config.language) if tree.caption else None


def setup(app: Sphinx) -> dict:
    """Connect to Sphinx: settings before others read them, contents after they were read (900)."""
    app.connect("config-inited", halve_settings, priority=100)
    app.connect("config-inited", halve_contents, priority=950)
    app.connect("source-read", keep_language)
    app.connect("doctree-read", labels_first, priority=100)  # before titles are collected
    return {"parallel_read_safe": True, "parallel_write_safe": True}
