"""What a page costs its reader, and that it stands still while it loads."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from book.cells import ROOT
from book.pack import pack
from tests.site.conftest import publish
from tests.site.devtools import Page
from tests.site.test_browser import browser

pytestmark = pytest.mark.slow

__all__ = ["browser"]
LOADED = """JSON.stringify(performance.getEntriesByType('resource').map((e) => e.name)
    .filter((name) => !name.endsWith('favicon.ico')))"""
SHIFT = """new Promise((done) => { let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { sum += e.value; }))
        .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 600); })"""


@pytest.fixture(scope="module")
def built() -> Path:
    said = publish(ROOT)
    assert said.returncode == 0, said.stdout
    return ROOT / "_build" / "site"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=built))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: str, tmp_path: Path) -> Iterator[Page]:
    with Page(browser, tmp_path / "profile") as opened:
        opened.resize(1280, 900)
        yield opened


def loaded(page: Page, address: str, name: str) -> dict[str, str]:
    """Open a page; return the files that it asked for, as (name in the site, address)."""
    import json

    page.open(address + name)
    page.evaluate("new Promise((done) => setTimeout(done, 500))")
    found = json.loads(page.evaluate(LOADED))
    assert all(one.startswith(address) for one in found), found
    return {one.removeprefix(address).split("?")[0] for one in found} | {name}


def weight(site: Path, names: set[str]) -> int:
    return sum(len(gzip.compress((site / name).read_bytes(), mtime=0)) for name in names)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_chapter_is_light_and_the_next_one_lighter(
    page: Page, built: Path, address: str, language: str
) -> None:
    first = loaded(page, address, f"{language}/book/06-lstm.html")
    assert len(first) <= 20 and weight(built, first) <= 385_000, (len(first), weight(built, first))
    second = loaded(page, address, f"{language}/book/07-stacking.html")
    assert weight(built, second - first) < 60_000
    assert page.said == []


def test_no_script_blocks_a_page(built: Path) -> None:
    from tests.site.pages import soup

    for name in ("01-one-cell", "06-lstm", "glossary"):
        for script in soup(built / "ko" / "book" / f"{name}.html").select("script[src]"):
            assert script.has_attr("defer") or script.get("type") == "module", script


@pytest.mark.parametrize("width", [1280, 400])
def test_nothing_moves_while_it_loads(page: Page, address: str, width: int) -> None:
    page.resize(width, 900)
    for name in ("ko/book/06-lstm.html", "en/book/01-one-cell.html"):
        page.open(address + name)
        assert page.evaluate(SHIFT) < 0.02, name


def test_from_a_disk(page: Page, built: Path) -> None:
    for name in ("ko/book/05-gru.html", "en/search.html", "404.html"):
        page.open((built / name).as_uri())
        assert page.said == [], name


def test_packing_keeps_order_and_addresses(tmp_path: Path) -> None:
    folder = tmp_path / "_static"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.css").write_text('@import "../b.css";\na{background:url(x.png)}')
    (folder / "b.css").write_text("b{background:url(data:x)}.fa-x:before{--fa:y}")
    (folder / "own.css").write_text("c{}")
    (folder / "here.js").write_text("document.currentScript.src")
    (folder / "one.js").write_text("1")
    head = '<link rel="stylesheet" href="{0}_static/deep/a.css?v=1" />\n'
    script = '<script src="{0}_static/one.js"></script>\n<script src="{0}_static/here.js"></script>'
    for name, up in (("index.html", ""), ("in/page.html", "../")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        extra = '<link rel="stylesheet" href="_static/own.css" />\n' if not up else ""
        path.write_text(head.format(up) + extra + script.format(up))
    pack(tmp_path)
    (sheet,) = folder.glob("book-*.css")
    assert sheet.read_text() == "b{background:url(data:x)}\na{background:url(deep/x.png)}"
    inner = (tmp_path / "in" / "page.html").read_text()
    assert f'href="../_static/{sheet.name}"' in inner and "own.css" not in inner
    assert "here.js" in inner and "one.js" not in inner
    assert "own.css" in (tmp_path / "index.html").read_text()
