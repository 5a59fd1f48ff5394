"""Search in a real browser, on the book itself: particles, spaces, plurals, the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from book._ext.search import sections
from book.cells import ROOT
from book.words import read_glossary
from tests.site.conftest import publish
from tests.site.devtools import Page
from tests.site.test_browser import browser

pytestmark = pytest.mark.slow

__all__ = ["browser"]
PARTICLES = (
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에서는",
    "으로",
    "와",
    "과의",
    "까지도",
    "들을",
)


@pytest.fixture(scope="module")
def page(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with Page(browser, tmp_path_factory.mktemp("search")) as opened:
        yield opened


@pytest.fixture(scope="module")
def built() -> Path:
    said = publish(ROOT)
    assert said.returncode == 0, said.stdout
    return ROOT / "_build" / "site"


def results(page: Page, site: Path, language: str, text: str) -> list[list[str]]:
    """Return (heading, sentence, what is marked) of each result."""
    page.open((site / language / "search.html").as_uri() + "?q=" + quote(text))
    return page.evaluate(ROWS)


def type_in(page: Page, text: str) -> list[list[str]]:
    page.evaluate(f"""(() => {{ const field = document.querySelector('.book-search input');
        field.value = {text!r}; field.form.requestSubmit(); }})()""")
    return page.evaluate(ROWS)


ROWS = """[...document.querySelectorAll('#search-results li')].map((item) => [
    item.querySelector('a').textContent, item.querySelector('p').textContent,
    [...item.querySelectorAll('mark')].map((mark) => mark.textContent).join('|')])"""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("상태", "상태"),
        ("은닉 상태", "은닉 상태"),
        ("은닉상태", "은닉 상태"),
        ("시퀀스를", "시퀀스"),
        ("게이트의", "게이트"),
        ("LSTM의", "LSTM"),
        ("순환", "순환"),
        ("층에서는", "층"),
    ],
)
def test_korean_words_with_and_without_particles(
    page: Page, built: Path, text: str, word: str
) -> None:
    found = results(page, built, "ko", text)
    assert len(found) >= 3
    assert all(word in sentence or word in heading for heading, sentence, _ in found[:3])
    assert any(word in marked for _, _, marked in found[:3])


def test_a_spaced_and_an_unspaced_word_find_the_same(page: Page, built: Path) -> None:
    apart, together = (results(page, built, "ko", t) for t in ("은닉 상태", "은닉상태"))
    assert together and {r[0] for r in together} <= {r[0] for r in apart}


def test_every_noun_of_the_glossary_with_any_particle(page: Page, built: Path) -> None:
    results(page, built, "ko", "")
    terms = [str(e["ko"]) for e in read_glossary().values() if "say_ko" in e]
    assert len(terms) > 20
    for number, term in enumerate(terms):
        found = type_in(page, term + PARTICLES[number % len(PARTICLES)])
        plain = term.replace(" ", "")
        assert any(plain in "".join(r[:2]).replace(" ", "") for r in found), term


def test_every_english_term_in_the_plural(page: Page, built: Path) -> None:
    results(page, built, "en", "")
    terms = [str(e["en"]) for e in read_glossary().values() if "say_en" in e]
    for term in terms:
        if term.isascii() and not term.endswith("s"):
            plural = term[:-1] + "ies" if term.endswith("y") else term + "s"
            assert type_in(page, plural), plural
    for plural in ("matrices", "axes", "axis", "biases", "batches"):
        assert type_in(page, plural), plural


def test_what_is_not_there(page: Page, built: Path) -> None:
    assert results(page, built, "ko", "없는낱말쾗") == []
    status = "document.getElementById('search-status').textContent"
    assert "찾지 못했습니다" in page.evaluate(status)
    assert results(page, built, "ko", "<b>x</b> [") == []
    assert page.said == []


def test_a_result_leads_to_its_place(page: Page, built: Path) -> None:
    results(page, built, "ko", "시퀀스를")
    page.open(page.evaluate("document.querySelector('#search-results a').href"))
    assert page.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1)))?.id")


def test_sections_of_a_page() -> None:
    html = """<nav><p>no</p></nav><article><section id="a"><h1>One<a class="headerlink">#</a></h1>
        <p>First. Second<br>line.</p><section id="b"><h2>Two</h2><ul><li>x<p>y</p></li></ul>
        <script>no</script></section><p>Back.</p></section></article><p>no</p>"""
    assert sections(html) == [
        ("a", "One", ["First.", "Secondline.", "Back."]),
        ("b", "Two", ["x", "y"]),
    ]
