"""axe-core finds nothing: both languages, light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from book.cells import ROOT
from tests.site.conftest import publish
from tests.site.devtools import Page
from tests.site.test_browser import browser

pytestmark = pytest.mark.slow

__all__ = ["browser"]
AXE = Path(find_spec("axe_playwright_python").origin).parent / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"""axe.run(document, {{ runOnly: {{ type: 'tag', values: {TAGS} }} }}).then(
    ({{ violations }}) => violations.map(({{ id, nodes }}) => `${{id}}: ${{nodes[0].html}}`))"""


@pytest.fixture(scope="module")
def page(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with Page(browser, tmp_path_factory.mktemp("access")) as opened:
        yield opened


@pytest.fixture(scope="module")
def built() -> Path:
    said = publish(ROOT)
    assert said.returncode == 0, said.stdout
    return ROOT / "_build" / "site"


def names(site: Path) -> list[str]:
    found = [*site.glob("*/book/*.html"), *site.glob("*/search.html"), site / "404.html"]
    return sorted(path.relative_to(site).as_posix() for path in found)


WAYS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 400)]
PAGES = ("06-lstm.html", "search.html")  # a long chapter, and the page that is made in the browser


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}")
def test_axe_finds_nothing(page: Page, built: Path, way: tuple[str, int]) -> None:
    axe, found = AXE.read_text(encoding="utf-8"), []
    page.resize(way[1], 900)
    page.emulate(prefers_color_scheme=way[0], prefers_reduced_motion="reduce")
    for name in (name for name in names(built) if name.endswith(PAGES)):
        page.open((built / name).as_uri())
        page.evaluate(axe)
        found += [f"{name}: {what}" for what in page.evaluate(RUN)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_zoomed_to_400_percent_a_chapter_needs_no_sideways_scrolling(
    page: Page, built: Path, language: str
) -> None:
    page.resize(320, 256)  # 1280 by 1024 at 400 %
    widths = {}
    for path in sorted((built / language / "book").glob("[0-9]*.html")):
        page.open(path.as_uri())
        widths[path.name] = page.evaluate("document.documentElement.scrollWidth")
    assert {name: width for name, width in widths.items() if width > 320} == {}


def test_the_first_tab_leads_past_the_navigation(page: Page, built: Path) -> None:
    page.resize(1280, 900)
    page.open((built / "ko" / "book" / "01-one-cell.html").as_uri())
    page.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "본문으로 건너뛰기"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.press("Enter")
    assert page.evaluate("location.hash") == "#main-content"
    page.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_each_stop_of_the_keyboard_can_be_seen(page: Page, built: Path) -> None:
    page.resize(1280, 900)
    page.open((built / "ko" / "book" / "06-lstm.html").as_uri())
    seen = "(() => { const s = getComputedStyle(document.activeElement);"
    seen += " return [document.activeElement.outerHTML.slice(0, 90), s.outlineStyle, s.boxShadow,"
    seen += " document.activeElement.tagName]; })()"
    for _ in range(60):
        page.press("Tab")
        html, outline, shadow, tag = page.evaluate(seen)
        assert outline != "none" or shadow != "none" or tag in ("BODY", "RNN-TRACE"), html


def test_the_switch_keeps_the_place(page: Page, built: Path) -> None:
    page.open((built / "ko" / "book" / "06-lstm.html").as_uri())
    section = "[...document.querySelectorAll('article section section[id]')][3]"
    page.evaluate(f"{section}.scrollIntoView()")
    page.evaluate("document.querySelector('a.language-switch').dispatchEvent(new Event('focus'))")
    here = page.evaluate(f"{section}.id")
    switch = page.evaluate("document.querySelector('a.language-switch').href")
    assert switch == (built / "en" / "book" / "06-lstm.html").as_uri() + f"#{here}"
