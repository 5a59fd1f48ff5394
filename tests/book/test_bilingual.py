"""What the extensions make of a page's source: one language, figures inline, plain notebooks."""

from __future__ import annotations

import base64
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from book._ext.bilingual import anchor, filter_markdown, filter_notebook, halve_text
from book._ext.inline_svg import inline
from book._ext.interface_words import LOCALE, compiled
from book._ext.mathml import to_mathml
from book._ext.notebook_download import plain_notebook
from book._ext.plain_markdown import PlainMarkdown
from book.cells import ROOT, half, has_hangul, notebook_text
from book.front_page import front_pages
from book.publish import complaints
from tests.book.small_book import chapter


@pytest.mark.parametrize(
    ("text", "ko", "en"),
    [
        ("셀 하나 / One cell", "셀 하나", "One cell"),
        ("입력/출력 / input/output", "입력/출력", "input/output"),
        ("One cell", "One cell", "One cell"),
        ("a / b", "a / b", "a / b"),
        ("가 / 나", "가 / 나", "가 / 나"),
        ("셀 하나/One cell", "셀 하나/One cell", "셀 하나/One cell"),
    ],
)
def test_half(text: str, ko: str, en: str) -> None:
    assert (half(text, "ko"), half(text, "en")) == (ko, en)


def test_shared_text_gives_halves_only_where_strings_stand() -> None:
    text = (
        "# 표기 / Notation\n| 글자 / letter | B |\n![그림 / drawing](a.png)\n"
        ":alt: 그림 / drawing\n```\n# 가 / a\n```\n말 / word"
    )
    assert halve_text(text, "en") == (
        "# Notation\n| letter | B |\n![drawing](a.png)\n"
        ":alt: drawing\n```\n# 가 / a\n```\n말 / word"
    )


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_notebook_keeps_one_language_and_all_code(language: str) -> None:
    kept = json.loads(filter_notebook(notebook_text(chapter()), language))["cells"]
    other = {"ko": "en", "en": "ko"}[language]
    assert not [c["id"] for c in kept if c["id"].endswith(f"-{other}")]
    assert next(c["id"] for c in kept if c["cell_type"] == "code") == "one-cell-code"
    words = "".join("".join(c["source"]) for c in kept)
    assert has_hangul(words) == (language == "ko")
    assert ("글자" in words) == (language == "ko") and ("letter" in words) == (language == "en")


def test_an_output_that_shows_nothing_leaves_no_empty_box() -> None:
    blank = {"output_type": "display_data", "data": {"text/plain": ["\n"]}, "metadata": {}}
    shown = {"output_type": "stream", "name": "stdout", "text": ["14\n"]}
    cell = {"cell_type": "code", "id": "small-sum", "source": "", "metadata": {}}
    text = json.dumps({"cells": [cell | {"outputs": [blank, shown]}]})
    assert json.loads(filter_notebook(text, "ko"))["cells"][0]["outputs"] == [shown]


def test_a_page_of_blocks_keeps_its_line_numbers() -> None:
    text = '+++ {"tags": ["ko"], "id": "a-ko"}\n가\n+++ {"tags": ["en"], "id": "a-en"}\nA\n\nB\n'
    assert filter_markdown(text, "en").splitlines()[3:] == ["A", "", "B"]
    assert not has_hangul(filter_markdown(text, "en"))
    assert filter_markdown(text, "ko").split() == ["가"]


@pytest.mark.parametrize(
    ("source", "anchored"),
    [
        ("## 수식", "(x-eq)=\n## 수식"),
        ("(mine)=\n## 수식", "(mine)=\n## 수식"),
        ("글\n\n## 수식", "글\n\n## 수식"),
        ("```\n# code\n```", "```\n# code\n```"),
    ],
)
def test_headings_get_the_same_anchor_in_both_languages(source: str, anchored: str) -> None:
    assert anchor(source, "x-eq", set()) == anchored
    assert anchor(source, "x-eq", {"x-eq"}) == source


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="drawn"><style>.a{}</style>'
    '<defs><path id="p"/></defs><use href="#p"/><g clip-path="url(#p)"/></svg>'
)


def test_inline_figures_have_a_name_and_ids_of_their_own() -> None:
    text = inline(SVG, '셀 "하나"', "figure-1", "ko")
    root = ET.fromstring(text)
    assert root.tag == "svg" and root.get("role") == "img" and root.get("lang") == "ko"
    assert root.get("aria-label") == '셀 "하나"'
    assert "style" not in [e.tag for e in root.iter()]
    assert 'id="figure-1-p"' in text and 'href="#figure-1-p"' in text
    assert "url(#figure-1-p)" in text


class Numbers:
    """Stands in for the numbers that a built book knows."""

    language = "en"

    def equation(self, label: str) -> str:
        return {"eq-simple-rnn": "1.2"}.get(label, "")

    def reference(self, role: str, target: str) -> str:
        return {"eq": "(1.2)", "numref": "Fig. 3", "ref": "The picture"}[role]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("(here)=\n## A", "## A"),
        ("see {eq}`eq-simple-rnn`", "see (1.2)"),
        ("see {numref}`fig-a` and {numref}`drawing %s <fig-a>`", "see Fig. 3 and drawing 3"),
        ("see {ref}`the words <here>`, {ref}`here`", "see the words, The picture"),
        ("[M10](#m10), [next](02-x.ipynb)", "M10, next"),
        ("[world](https://example.org)", "[world](https://example.org)"),
        ("`[a](b)` and `$$`", "`[a](b)` and `$$`"),
        ("$$\nh\n$$ (eq-simple-rnn)", "$$\nh\\tag{1.2}\n$$"),
        ("```{math}\n:label: eq-simple-rnn\nh\n```", "$$\nh\\tag{1.2}\n$$"),
        (":::{note}\ntext\n:::", "> **Note**\n>\n> text"),
        (
            ":::{admonition} Look\n:class: dropdown\ntext {eq}`e`\n:::",
            "> **Look**\n>\n> text (1.2)",
        ),
        ("```python\n{eq}`e`\n```", "```python\n{eq}`e`\n```"),
        ("{math}`x_t`", "$x_t$"),
    ],
)
def test_plain_markdown(source: str, plain: str) -> None:
    assert PlainMarkdown(Numbers(), ROOT / "book").convert(source) == plain


def test_a_figure_becomes_a_picture_in_the_text() -> None:
    source = ":::{figure} figures/one_cell.en.svg\n:name: fig-a\n:alt: A cell\n\nCaption.\n:::"
    text = PlainMarkdown(Numbers(), ROOT / "book").convert(source)
    image, caption = text.split("\n\n")
    assert caption == "Fig. 3 Caption."
    start = '<img alt="A cell" src="data:image/svg+xml;base64,'
    assert image.startswith(start) and image.endswith('">')
    figure = ROOT / "book" / "figures" / "one_cell.en.svg"
    assert base64.b64decode(image[len(start) : -2]) == figure.read_bytes()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_download_is_a_plain_notebook_of_one_language(language: str) -> None:
    import nbformat

    made = plain_notebook(notebook_text(chapter()), language, Numbers(), ROOT / "book")
    nbformat.validate(made)
    text = "".join("".join(cell["source"]) for cell in made["cells"])
    assert has_hangul(text) == (language == "ko")
    assert "twin" not in json.dumps([cell["metadata"] for cell in made["cells"]])
    assert ":::" not in text and ")=" not in text and "{eq}" not in text
    code = next(cell for cell in made["cells"] if cell["cell_type"] == "code")
    assert code["outputs"][0]["text"] == ["(1, 1, 4)\n", "0.5000\n"]


def test_our_words_come_before_those_of_the_theme() -> None:
    words = compiled(LOCALE / "ko" / "LC_MESSAGES" / "booktheme.po")
    assert words.gettext("By") == "지은이:"
    for path in (LOCALE / "ko" / "LC_MESSAGES").glob("*.po"):
        catalogue = compiled(path)._catalog
        empty = [key for key, value in catalogue.items() if key and not has_hangul(value)]
        assert empty in ([], ["© Copyright %(copyright)s."]), f"{path.name}: {empty}"


def test_front_page_has_plain_links_to_both_books() -> None:
    pages = front_pages({"ko": "책", "en": "Book"})
    for page in pages.values():
        assert '<a href="ko/index.html" hreflang="ko" lang="ko">책</a>' in page
        assert '<a href="en/index.html" hreflang="en" lang="en">Book</a>' in page
        assert "http" not in page


def test_a_warning_names_the_file_the_cell_and_what(tmp_path: Path) -> None:
    path = tmp_path / "01-one-cell.ipynb"
    path.write_text(notebook_text(chapter()), encoding="utf-8")
    output = (
        f"noise\n\x1b[91m{path}:20005: WARNING: unknown label [ref]\x1b[0m\n"
        f"{tmp_path / 'page.md'}:7: WARNING: no such file\nWARNING: no place\n"
    )
    assert complaints(output, "en") == [
        "[en] 01-one-cell.ipynb, cell one-cell-picture-en, line 5: unknown label [ref]",
        "[en] page.md, line 7: no such file",
        "[en] no place",
    ]
    assert complaints("Traceback\nOSError: no space left", "ko")[-1].endswith("no space left")


def test_math_is_drawn_at_build_time() -> None:
    assert to_mathml("h_t", False).startswith("<math><msub>")
    assert "<mtr>" in to_mathml(r"a &= b \\ c &= d", True)
    with pytest.raises(ValueError, match=r"nonsense.* in: \\nonsense"):
        to_mathml(r"\nonsense{x}", True)


def test_the_extensions_import_neither_the_library_nor_the_grader() -> None:
    for path in [*(ROOT / "book" / "_ext").glob("*.py"), *(ROOT / "book").glob("*.py")]:
        text = path.read_text(encoding="utf-8")
        assert "import rnnkit" not in text and "import nbgrader" not in text, path.name
