"""The built site, page by page: two whole books, each in its own language, nothing dead."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import nbformat
import pytest

from book.cells import half, has_hangul
from book.words import read_glossary
from tests.site.pages import inner, links, pages, soup, spoken, visible

pytestmark = pytest.mark.slow

LANGUAGES = ("ko", "en")
both = pytest.mark.parametrize("language", LANGUAGES)
# Names and signs that stand in every language; everything else on a Korean page is Korean.
NAMES = (
    "RNN RNNs SimpleRNN SimpleRNNCell GRU GRUCell LSTM LSTMCell StackedRNNCells Dense Sequential "
    "Keras TensorFlow NumPy PyTorch Python rnnkit English Ctrl K B T D H V M Fig ipynb"
)
LATIN = re.compile(r"[A-Za-z]+")
IN_CODE = re.compile(r"rnnkit(\.\w+)+")  # a name with its module


def foreign(texts: list[str]) -> list[str]:
    """Return texts with Latin words that are no names, and without any Hangul."""
    return [
        text
        for text in texts
        if not has_hangul(text)
        and not IN_CODE.fullmatch(text)
        and set(LATIN.findall(text)) - set(NAMES.split())
    ]


def names_in_hangul() -> list[str]:
    return [str(e["en"]) for e in read_glossary().values() if has_hangul(str(e["en"]))]


def test_both_books_have_the_same_pages(site: Path) -> None:
    assert inner(site, "ko") == inner(site, "en")
    assert len(inner(site, "ko")) >= 4
    assert (site / "index.html").exists() and (site / "404.html").exists()


@both
def test_language_and_alternates(site: Path, language: str) -> None:
    for page in pages(site, language):
        if page.parent == site / language and page.name == "index.html":
            continue  # the redirect
        found = soup(page)
        assert found.html["lang"] == language, page
        alternates = {a["hreflang"]: a["href"] for a in found.select("link[rel=alternate]")}
        assert set(alternates) == set(LANGUAGES), page
        for code, address in alternates.items():
            target = (page.parent / address).resolve()
            assert target == site / code / page.relative_to(site / language), page


@both
def test_the_switch_leads_to_the_same_page(site: Path, language: str) -> None:
    other = {"ko": "en", "en": "ko"}[language]
    for page in pages(site, language):
        if page == site / language / "index.html":
            continue
        (switch,) = soup(page).select("a.language-switch")
        assert switch["hreflang"] == switch["lang"] == other
        assert switch.get_text() == {"ko": "한국어", "en": "English"}[other]
        assert (page.parent / switch["href"]).resolve() == site / other / page.relative_to(
            site / language
        )


@both
def test_sections_have_the_same_anchors_in_both_books(site: Path, language: str) -> None:
    other = {"ko": "en", "en": "ko"}[language]
    for name in inner(site, language):
        mine, theirs = (
            [section.get("id") for section in soup(site / code / name).select("article section")]
            for code in (language, other)
        )
        assert mine == theirs, name


@both
def test_no_dead_link_or_anchor(site: Path, language: str) -> None:
    dead = []
    for page in pages(site, language):
        for written, target, anchor in links(page):
            if not target.exists() or target.is_dir():
                dead.append(f"{page.name}: {written}")
            elif anchor and target.suffix == ".html":
                found = soup(target)
                if not found.find(id=anchor) and not found.find(attrs={"name": anchor}):
                    dead.append(f"{page.name}: {written} (no such place)")
    assert not dead, "\n".join(dead)


@both
def test_ids_are_unique(site: Path, language: str) -> None:
    for page in pages(site, language):
        counted = Counter(tag["id"] for tag in soup(page).find_all(id=True))
        assert not [name for name, count in counted.items() if count > 1], page.name


def test_korean_headings_are_korean(site: Path) -> None:
    for page in pages(site, "ko"):
        headings = soup(page).select("article :is(h1, h2, h3, h4)")
        texts = [" ".join(visible(heading)).removesuffix("#").strip() for heading in headings]
        assert not foreign(texts), page.name


def test_no_english_interface_on_korean_pages(site: Path) -> None:
    """Everything outside the article, and every spoken attribute: words of the theme and ours."""
    for page in pages(site, "ko"):
        found = soup(page)
        article = found.select_one("article.bd-article")
        texts = [t for t in visible(found) if article is None or t not in visible(article)]
        assert not foreign(texts + spoken(found)), page.name


@both
def test_no_string_shows_both_its_halves(site: Path, language: str) -> None:
    for page in pages(site, language):
        found = soup(page)
        texts = visible(found) + spoken(found) + [s.get_text() for s in found.find_all("script")]
        assert not [text for text in texts if half(text, "en") != text], page.name


def test_no_hangul_on_english_pages(site: Path) -> None:
    for page in pages(site, "en"):
        if page.name == "glossary.html":  # it says each word in both languages
            continue
        texts = visible(soup(page)) + spoken(soup(page))
        texts += [node.get_text() for node in soup(page).select("svg.drawn, math")]
        for name in names_in_hangul():
            texts = [text.replace(name, "") for text in texts]
        assert [text for text in texts if has_hangul(text)] in ([], ["한국어"]), page.name


@both
def test_the_sidebar_speaks_the_language(site: Path, language: str) -> None:
    for page in pages(site, language):
        captions = [c.get_text() for c in soup(page).select("#pst-primary-sidebar .caption-text")]
        entries = [a.get_text().strip() for a in soup(page).select("#pst-primary-sidebar nav a")]
        if captions:
            assert all(has_hangul(caption) == (language == "ko") for caption in captions)
            assert not any("/" in text for text in captions)
            assert any(has_hangul(entry) for entry in entries) == (language == "ko")


@both
def test_figures_are_part_of_the_page(site: Path, language: str) -> None:
    count = 0
    for page in pages(site, language):
        assert not soup(page).select('img[src$=".svg"]'), page.name
        for figure in soup(page).select("article svg"):
            count += 1
            assert figure["role"] == "img" and figure["lang"] == language
            words = figure["aria-label"]
            for name in names_in_hangul():
                words = words.replace(name, "")
            assert has_hangul(words) == (language == "ko"), page.name
            assert not figure.find("style"), page.name
    assert count >= 1


def test_both_books_show_the_same_figures_code_and_formulas(site: Path) -> None:
    for name in inner(site, "ko"):
        korean, english = (soup(site / language / name) for language in LANGUAGES)
        for part in ("article svg", "article .cell_input", "article div.math", "article table"):
            assert len(korean.select(part)) == len(english.select(part)), f"{name}: {part}"
        cells = "article .cell .highlight"
        code = [[c.get_text() for c in s.select(cells)] for s in (korean, english)]
        assert code[0] == code[1], name


@both
def test_each_chapter_is_a_notebook_to_download(site: Path, language: str) -> None:
    count = 0
    for page in pages(site, language):
        for link in soup(page).select("a[download]"):
            count += 1
            target = (page.parent / link["href"]).resolve()
            assert target.name == link["download"] == f"{page.stem}.{language}.ipynb"
            notebook = json.loads(target.read_text(encoding="utf-8"))
            nbformat.validate(notebook)
            cells = [c for c in notebook["cells"] if c["cell_type"] == "markdown"]
            assert cells and "twin" not in json.dumps(notebook)
            for cell in cells:
                text = "".join(cell["source"])
                assert ":::" not in text and "{numref}" not in text and "{eq}" not in text
                for name in names_in_hangul():
                    text = text.replace(name, "")
                assert language == "ko" or not has_hangul(text)
            assert language == "en" or has_hangul(json.dumps(cells, ensure_ascii=False))
    assert count >= 2


@both
def test_nothing_is_asked_of_anybody_else(site: Path, language: str) -> None:
    for page in pages(site, language):
        for tag in soup(page).find_all(["script", "img", "link", "iframe", "source"]):
            address = tag.get("src") or (
                tag.get("href") if "stylesheet" in tag.get("rel", ()) else ""
            )
            assert not re.match(r"(https?:)?//", address or ""), f"{page.name}: {address}"


@both
def test_formulas_are_drawn_already(site: Path, language: str) -> None:
    count = 0
    for page in pages(site, language):
        for formula in soup(page).select("article :is(div, span).math"):
            count += 1
            assert formula.find("math"), f"{page.name}: {formula.get_text()}"
    assert count >= 2


@both
def test_every_control_has_a_name_and_every_page_its_landmarks(site: Path, language: str) -> None:
    for page in pages(site, language):
        found = soup(page)
        if page == site / language / "index.html":
            continue
        for control in found.select("button, a.btn"):
            name = control.get("aria-label") or " ".join(visible(control))
            assert name.strip(), f"{page.name}: {control}"
        assert len(found.select("main")) == 1 and len(found.select("h1")) == 1, page.name
        assert found.select_one("aside.sidebar-landmark")["aria-label"]
