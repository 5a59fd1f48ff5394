"""The glossary page is what glossary.yml says; chapters link to it at the first use of a term."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import yaml
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from sphinx.addnodes import pending_xref

from book._ext.term_links import PAGE, link_terms
from book.anatomy import dissect
from book.cells import LANGUAGES, read_page
from book.glossary_page import PAGE as FILE
from book.glossary_page import page_text
from book.pages import pages_in_order
from book.terms import find_terms, term_anchor
from book.words import read_glossary

GLOSSARY = {
    "cell": {
        "en": "cell",
        "ko": "셀",
        "say_ko": "가",
        "say_en": "a",
        "but": ["셀 수", "This cell"],
    },
    "cell_state": {"en": "cell state", "ko": "셀 상태", "say_ko": "가", "say_en": "a"},
    "bias": {"en": "bias", "ko": "편향", "say_ko": "가", "say_en": "a"},
    "input": {"en": "input", "ko": "입력", "say_ko": "가", "say_en": "a", "gloss": False},
    "label": {"en": "steps back", "ko": "거슬러 간 시점의 수", "gloss": False},
}


def test_the_page_is_current() -> None:
    made = page_text(read_glossary(), pages_in_order())
    assert FILE.read_text(encoding="utf-8") == made, "run: make pages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_its_entry_with_both_words_and_a_sentence(language: str) -> None:
    cells = [cell.source for cell in read_page(FILE) if cell.language == language]
    labels = [label for source in cells for label in dissect(source).labels]
    for name, entry in read_glossary().items():
        if "say_ko" not in entry:
            continue
        assert labels.count(term_anchor(name)) == 1, name
        text = "\n".join(cells).split(f"({term_anchor(name)})=\n")[1].split("\n\n")[0]
        assert entry["ko"] in text and entry["en"] in text and entry[f"say_{language}"] in text
        assert all(f"`{word}`" in text for word in entry.get("avoid", ()))


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ko", "셀은 셀 상태를 넘깁니다.", ["cell", "cell_state"]),
        ("ko", "셋인지 셀 수 있습니다. 첫셀, 편향이", ["bias"]),
        ("en", "Cells hand on a cell state, with biases.", ["cell", "cell_state", "bias"]),
        ("en", "This cell, cellular, a sub-cell, steps back", []),
    ],
)
def test_terms_are_found(language: str, text: str, names: list[str]) -> None:
    found = list(find_terms(text, GLOSSARY, language))
    assert [name for name, _ in found] == names
    assert all(text[m.start() : m.end()] == m[0] for _, m in found)


def linked(tmp_path, docname: str = "book/06-lstm", pages: tuple[str, ...] = (PAGE,)):
    """Return a small chapter after its terms were linked."""
    (tmp_path / "book").mkdir(exist_ok=True)
    text = yaml.safe_dump(GLOSSARY, allow_unicode=True)
    (tmp_path / "book" / "glossary.yml").write_text(text, encoding="utf-8")
    document = new_document("", get_default_settings())
    body, quiz = nodes.section(ids=["lstm"]), nodes.section(ids=["lstm-check"])
    strong = nodes.paragraph("", "", nodes.strong("", "cell state"), nodes.Text(" of a cell"))
    body += [
        nodes.title("", "bias"),
        nodes.paragraph("", "", nodes.literal("", "bias"), nodes.Text(" and an input")),
        strong,
        nodes.paragraph("", "Another cell, and a bias here."),
    ]
    quiz += nodes.paragraph("", "cell state")
    document += [body, quiz]
    env = SimpleNamespace(docname=docname, found_docs=pages)
    config = SimpleNamespace(language="en")
    link_terms(SimpleNamespace(env=env, srcdir=tmp_path, config=config), document)
    return document


def test_the_first_mention_in_prose_is_linked_and_nothing_else(tmp_path) -> None:
    document = linked(tmp_path)
    links = list(document.findall(pending_xref))
    assert [link["reftarget"] for link in links] == ["term-cell-state", "term-cell", "term-bias"]
    assert type(links[0].parent) is nodes.strong and links[2].parent.astext().endswith("bias here.")
    words = [part.astext() for part in document.findall(nodes.paragraph)]
    assert words[1:] == ["cell state of a cell", "Another cell, and a bias here.", "cell state"]
    assert document.next_node(nodes.title).astext() == "bias"


def test_only_chapters_have_links_and_only_where_there_is_a_glossary(tmp_path) -> None:
    for changes in ({"docname": "book/mistakes"}, {"pages": ()}):
        assert not list(linked(tmp_path, **changes).findall(pending_xref))
