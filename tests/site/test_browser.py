"""The built pages in a real browser: scripts run, nothing complains, the reader keeps the place."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from book.cells import has_hangul
from tests.site.conftest import make_book, publish
from tests.site.pages import spoken, visible
from tests.site.test_site import foreign

pytestmark = pytest.mark.slow

PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
QUIET = (
    "--headless --dump-dom --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --enable-logging=stderr "
    "--virtual-time-budget=3000"
)


@pytest.fixture(scope="module")
def browser() -> str:
    """Return the path of a Chromium; without one, fail where everything must be there."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        message = "no Chromium found: apt-get install chromium (Debian) or chromium-browser"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site."""
    root = make_book(tmp_path_factory.mktemp("browser") / "책")
    said = publish(root)
    assert said.returncode == 0, said.stdout
    return root / "_build" / "site"


def open_page(
    browser: str, address: str, profile: Path, *options: str
) -> tuple[BeautifulSoup, str]:
    """Open an address; return the page as its scripts leave it, and what the console said."""
    sandbox = ["--no-sandbox"] if sys.platform == "linux" else []
    said = subprocess.run(
        [browser, *QUIET.split(), *sandbox, *options, f"--user-data-dir={profile}", address],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    console = "\n".join(re.findall(r"CONSOLE[^\n]*", said.stderr))
    return BeautifulSoup(said.stdout, "html.parser"), console


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_chapter(language: str, browser: str, site: Path, tmp_path: Path) -> None:
    page = (site / language / "book" / "01-one-cell.html").as_uri()
    found, console = open_page(browser, f"{page}#one-cell-equation", tmp_path)
    assert not re.search("error|failed|not found", console, re.IGNORECASE), console
    assert found.html["data-theme"] in ("light", "dark")
    switch = found.select_one("a.language-switch")
    assert switch["href"].endswith("01-one-cell.html#one-cell-equation")
    copies = [b["data-tooltip"] for b in found.select("button.copybtn")]
    assert copies and set(copies) == {{"ko": "복사", "en": "Copy"}[language]}
    if language == "ko":
        article = found.select_one("article.bd-article")
        texts = [text for text in visible(found) if text not in visible(article)]
        assert not foreign(texts + spoken(found))


def test_a_dark_machine_gets_a_dark_page(browser: str, site: Path, tmp_path: Path) -> None:
    page = (site / "ko" / "book" / "01-one-cell.html").as_uri()
    dark = "--blink-settings=preferredColorScheme=0"
    found, _ = open_page(browser, page, tmp_path, dark)
    assert found.html["data-theme"] == "dark"


@pytest.mark.parametrize(("language", "book"), [("ko-KR", "ko"), ("en-US", "en"), ("de", "en")])
def test_the_front_page_sends_on(
    language: str, book: str, browser: str, site: Path, tmp_path: Path
) -> None:
    options = (f"--lang={language}", f"--accept-lang={language}")
    found, _ = open_page(browser, (site / "index.html").as_uri(), tmp_path, *options)
    assert found.html["lang"] == book and found.select_one("article.bd-article")


def test_search_answers_in_korean(browser: str, site: Path, tmp_path: Path) -> None:
    page = (site / "ko" / "search.html").as_uri() + "?q=tanh"
    found, _ = open_page(browser, page, tmp_path)
    assert has_hangul(found.select_one("#search-results .search-summary").get_text())
