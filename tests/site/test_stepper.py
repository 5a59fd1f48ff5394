"""The stepper of a trace in a real browser: keys, words, sizes, themes, a page of the book."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import rnnkit
from book.cells import has_hangul, joined, notebook_text
from book.normal_form import normal_outputs
from tests.book.small_book import chapter, code, make_book, markdown
from tests.site.conftest import publish
from tests.site.devtools import Page
from tests.site.test_browser import browser

pytestmark = pytest.mark.slow

__all__ = ["browser"]
WORDS = ["hello", "eolll", "he"]
MASK = [[1, 1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 1, 0, 0, 0]]
ROOT = "document.querySelector('rnn-trace')"
INSIDE = f"{ROOT}.shadowRoot"
WRITTEN = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>t</title>
<style>:root {{ color-scheme: light dark }}</style><body>{body}"""


def lstm() -> rnnkit.trace:
    """Trace three words; the last one is shorter."""
    x = rnnkit.text.one_hot([word.ljust(5, "h") for word in WORDS])
    return rnnkit.trace(rnnkit.LSTM(2, seed=1), x, mask=MASK, labels=WORDS)


def stack() -> rnnkit.trace:
    """Trace a model of two layers and an answer."""
    lower = rnnkit.SimpleRNN(3, return_sequences=True, seed=1)
    model = rnnkit.Sequential([lower, rnnkit.GRU(2, seed=2), rnnkit.Dense(4, seed=3)])
    return rnnkit.trace(model, rnnkit.text.one_hot(["hello"]))


@pytest.fixture(scope="module")
def page(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Return a browser whose own language is English."""
    profile = tmp_path_factory.mktemp("profile")
    with Page(browser, profile, "--lang=en-US", "--accept-lang=en-US") as opened:
        yield opened


def show(page: Page, folder: Path, body: str, language: str = "en") -> None:
    """Open a page that holds the body; nothing complains."""
    path = folder / "page.html"
    path.write_text(WRITTEN.format(language=language, body=body), encoding="utf-8")
    page.said.clear()
    page.emulate()
    page.resize(800, 900)
    page.open(path.as_uri())
    assert page.said == []


def texts(page: Page, selector: str) -> list[str]:
    """Return the texts of the elements inside the stepper."""
    found = f"[...{INSIDE}.querySelectorAll('{selector}')].map(e => e.textContent)"
    return page.evaluate(found)


def values(page: Page) -> dict[str, list[str]]:
    """Return the numbers on the screen by the name of their row."""
    rows = f"""[...{INSIDE}.querySelectorAll('th[title]')].map(head => [head.title,
        [...head.parentNode.querySelectorAll('td:not(.rest)')].map(cell => cell.textContent)])"""
    return dict(page.evaluate(rows))


def shown(array: np.ndarray) -> list[str]:
    return [f"{v:.4f}".replace("-", "−") for v in array]


def test_keys_move_through_time(page: Page, tmp_path: Path) -> None:
    found = lstm()
    show(page, tmp_path, found._repr_html_() + "<button id=after>after</button>")
    focus = f"{INSIDE}.activeElement?.tagName"
    page.press("Tab")
    assert page.evaluate(focus) == "SELECT"
    page.press("Tab")
    page.press("Tab")
    assert page.evaluate(focus) == "INPUT"
    for key, t in [("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("End", 4), ("Home", 0)]:
        page.press(key)
        seen = values(page)
        for name in found.names:
            assert seen[name] == shown(found[name][0, t]), (key, name)
        assert texts(page, ".now") == [f"t = {t + 1} ({WORDS[0][t]}): h = " + "  ".join(seen["h"])]
    page.press("Tab")
    page.press("Enter")
    assert texts(page, ".now")[0].startswith("t = 2 (e)")
    page.press("Tab")
    assert page.evaluate(focus) == "SUMMARY"
    page.press("Tab")
    assert page.evaluate("document.activeElement.id") == "after"


def test_focus_is_seen(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, lstm()._repr_html_())
    for _ in range(4):
        page.press("Tab")
        style = page.evaluate(f"getComputedStyle({INSIDE}.activeElement).outlineWidth")
        assert float(style.removesuffix("px")) >= 2


def test_mouse_and_touch(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, lstm()._repr_html_())
    box = f"JSON.stringify({INSIDE}.querySelector('input').getBoundingClientRect())"
    place = json.loads(page.evaluate(box))
    for t in (3, 0, 4, 2):
        width = place["width"] / 5
        page.click(place["x"] + width * (t + 0.5), place["y"] + place["height"] / 2)
        assert page.evaluate(f"{ROOT}.t") == t
    small = f"""[...{INSIDE}.querySelectorAll('button, input, select')].map(e =>
        e.getBoundingClientRect()).filter(r => r.width < 44 || r.height < 44).length"""
    assert page.evaluate(small) == 0


def test_another_sequence_and_its_mask(page: Page, tmp_path: Path) -> None:
    found = lstm()
    show(page, tmp_path, found._repr_html_())
    assert texts(page, "option") == ["[0] hello", "[1] eolll", "[2] he"]
    page.evaluate(f"""(() => {{ const list = {INSIDE}.querySelector('select');
        list.value = 2; list.dispatchEvent(new Event('change')); }})()""")
    assert values(page)["f"] == shown(found["f"][2, 0])
    assert texts(page, ".note") == [""]
    page.evaluate(f"{ROOT}.go(3)")
    assert texts(page, ".note")[0].startswith("Masked step")
    assert values(page)["h"] == values(page)["h_prev"] == shown(found["h"][2, 1])


def test_what_is_read_aloud(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, lstm()._repr_html_())
    heard = page.spoken()
    named = {(node["role"], node["name"]) for node in heard}
    assert {
        ("region", "lstm (LSTM), step by step"),
        ("combobox", "Sequence"),
        ("button", "Previous step"),
        ("slider", "Time step"),
        ("button", "Next step"),
        ("table", "lstm (LSTM)"),
        ("columnheader", "[0]"),
        ("rowheader", "f (3, 2)"),
        ("rowheader", "h_prev (3, 2)"),
        ("DisclosureTriangle", "All time steps as a table"),
    } <= named
    (status,) = (node for node in heard if node["role"] == "status")
    assert status["properties"]["live"] == "polite"
    assert page.evaluate(f"{INSIDE}.querySelector('input').ariaValueText") == "t = 1, h"


@pytest.mark.parametrize(
    ("page_language", "inner", "expected"),
    [("ko", "", "시점"), ("en", "", "Time step"), ("en", "ko-KR", "시점"), ("ja", "", "Time step")],
)
def test_the_pages_language(
    page: Page, tmp_path: Path, page_language: str, inner: str, expected: str
) -> None:
    html = lstm()._repr_html_()
    body = f'<div lang="{inner}">{html}</div>' if inner else html
    show(page, tmp_path, body, page_language)
    assert page.evaluate(f"{INSIDE}.querySelector('input').ariaLabel") == expected
    english = re.compile("[a-z]{3}")
    if expected == "시점":
        words = texts(page, "p, label, summary, thead th")
        left = [t for t in words if english.search(t) and not has_hangul(t) and "h =" not in t]
        assert left == []


def test_in_jupyter_the_browsers_language(page: Page, tmp_path: Path) -> None:
    lab = '<script id="jupyter-config-data" type="application/json">{}</script>'
    show(page, tmp_path, lab + lstm()._repr_html_(), "ko")
    assert page.evaluate(f"{INSIDE}.querySelector('input').ariaLabel") == "Time step"


def test_layers_above_each_other(page: Page, tmp_path: Path) -> None:
    found = stack()
    show(page, tmp_path, found._repr_html_())
    titles = ["simple_rnn (SimpleRNN)", "gru (GRU)", "dense (Dense)"]
    assert texts(page, "caption") == titles
    assert texts(page, ".note") == ["", "", "Computed at the last step."]
    page.evaluate(f"{ROOT}.go(4)")
    assert page.evaluate(f"{INSIDE}.querySelectorAll('.fed').length") == 2
    assert texts(page, ".card td:not(.rest)")[-4:] == shown(found["y"][0])


def test_several_steppers_on_one_page(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, lstm()._repr_html_() + stack()._repr_html_() + lstm()._repr_html_())
    ready = "[...document.querySelectorAll('rnn-trace')].map(e => e.shadowRoot.children.length)"
    assert page.evaluate(ready) == [2, 2, 2]
    page.evaluate(f"{ROOT}.go(2)")
    assert page.evaluate("[...document.querySelectorAll('rnn-trace')].map(e => e.t)") == [2, 0, 0]


def test_an_output_that_comes_later(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, lstm()._repr_html_())
    later = json.dumps(stack()._repr_html_())
    page.evaluate(f"document.body.insertAdjacentHTML('beforeend', {later})")
    assert page.evaluate("document.querySelectorAll('rnn-trace')[1].shadowRoot.children.length")


def test_strange_labels_and_numbers(page: Page, tmp_path: Path) -> None:
    x = np.zeros((1, 3, 2))
    x[0, 1] = np.nan, np.inf
    labels = [["<b>&amp;", " ", '"']]
    found = rnnkit.trace(rnnkit.SimpleRNN(2, activation="linear", seed=1), 1e6 * x, labels=labels)
    show(page, tmp_path, found._repr_html_())
    assert texts(page, ".strip span") == ["<b>&amp;", "␣", '"']
    page.evaluate(f"{ROOT}.go(1)")
    assert values(page)["x"] == ["nan", "inf"] and values(page)["h"] == ["nan", "nan"]


CONTRAST = """(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = (colour, below) => {
    canvas.fillStyle = below || '#fff'; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const linear = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const ground = (e) => { while (e) {
    const colour = getComputedStyle(e).backgroundColor;
    if (!/rgba\\(0, 0, 0, 0\\)|transparent/.test(colour)) return colour;
    e = e.parentElement || (e.parentNode && e.parentNode.host) || (e.host || null); } };
  return [...ROOT.querySelectorAll('td, th, p, small, code, span, summary, caption, option')]
    .filter(e => e.textContent.trim() && e.checkVisibility())
    .map(e => { const back = ground(e);
      const [a, b] = [light(getComputedStyle(e).color, back), light(back)].sort((x, y) => y - x);
      return [(a + 0.05) / (b + 0.05), e.textContent.slice(0, 20)]; })
    .sort((x, y) => x[0] - y[0])[0];
})()""".replace("ROOT", INSIDE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(page: Page, tmp_path: Path, scheme: str) -> None:
    weights = [np.full((2, 2), v) for v in (9.0, -9.0)]
    layer = rnnkit.SimpleRNN(2, seed=1)
    layer.build((1, 2, 2))
    layer.set_weights([*weights, np.array([9.0, -9.0])])
    found = rnnkit.trace(layer, np.array([[[3.0, -3.0], [1.0, -0.5]]]), labels="ab")
    show(page, tmp_path, found._repr_html_())
    page.emulate(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
    page.open((tmp_path / "page.html").as_uri())
    paper = page.evaluate(f"getComputedStyle({ROOT}).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 18, 18)"}[scheme]
    ratio, where = page.evaluate(CONTRAST)
    assert ratio >= 4.5, where
    assert (
        page.evaluate(f"getComputedStyle({INSIDE}.querySelector('td')).transitionDuration") == "0s"
    )


@pytest.mark.parametrize("make", [lstm, stack])
def test_a_phone_needs_no_sideways_scrolling_of_the_page(page: Page, tmp_path: Path, make) -> None:
    show(page, tmp_path, make()._repr_html_())
    page.resize(360, 800)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_paper_has_no_buttons(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, lstm()._repr_html_())
    page.emulate("print")
    visible = f"[...{INSIDE}.querySelectorAll('button, table')].map(e => e.checkVisibility())"
    assert page.evaluate(visible) == [False, False, True]


def test_without_a_script_there_are_tables(page: Page, tmp_path: Path) -> None:
    found = lstm()
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        show(page, tmp_path, found._repr_html_())
        tables = page.evaluate("""[...document.querySelectorAll('rnn-trace > details > table')].map(
            table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent)))""")
        opened = page.evaluate("[...document.querySelectorAll('details')].map(part => part.open)")
        assert page.evaluate(INSIDE) is None
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)
    assert opened == [True, False, False] and len(tables) == 3
    head, mask, *rows = tables[2]
    assert head == ["t", "1 h", "2 e", "3 ", "4 ", "5 "]
    assert mask == ["mask", "1", "1", "0", "0", "0"]
    assert ["c = f * c + i * g eq-lstm-cell"] in rows
    for name in found.names:
        first = [f"{name} {found[name].shape}", "0", *shown(found[name][2, :, 0])]
        place = rows.index(first)
        assert rows[place + 1] == ["1", *shown(found[name][2, :, 1])]


def test_a_large_trace_is_cut_and_says_so(page: Page, tmp_path: Path) -> None:
    found = rnnkit.trace(rnnkit.GRU(128, seed=1), np.ones((32, 100, 64)))
    html = found._repr_html_()
    assert len(html.encode()) < 45_000
    show(page, tmp_path, html)
    said = "Only a part is shown: units or features 8/128, time steps 20/100, sequences 1/32"
    assert said in texts(page, ".notes p")


def test_an_ordinary_trace_is_small() -> None:
    for make in (lstm, stack):
        html = make()._repr_html_()
        assert len(html.encode()) < 26_000 and not has_hangul(html)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small book with a stepper in its chapter."""
    root = make_book(tmp_path_factory.mktemp("stepper") / "책")
    notebook = chapter()
    cell = code("one-cell-trace", "rnnkit.trace(lstm, x)")
    data = {"text/html": lstm()._repr_html_(), "text/plain": repr(lstm())}
    output = {"output_type": "execute_result", "execution_count": None, "metadata": {}}
    cell["outputs"] = [{**output, "data": data}]
    label = "$$\nc_t = f \\odot c_{t-1} + i \\odot g\n$$ (eq-lstm-cell)"
    notebook["cells"] += [markdown("one-cell-more", label)]
    notebook["cells"] += [{**cell, "id": f"one-cell-trace-{number}"} for number in range(3)]
    path = root / "book" / "01-one-cell.ipynb"
    path.write_text(notebook_text(notebook), encoding="utf-8")
    said = publish(root)
    assert said.returncode == 0, said.stdout
    return root / "_build" / "site"


def test_a_notebook_stores_it_and_nothing_else_of_that_kind() -> None:
    kept = {"text/html": lstm()._repr_html_(), "text/plain": "lstm (LSTM)"}
    other = {"text/html": "<table><tr><td>1</table>", "text/plain": "1"}
    for data, kinds in ((kept, set(kept)), (other, {"text/plain"})):
        (output,) = normal_outputs([{"output_type": "display_data", "data": data}])
        stored = {kind: joined(value) for kind, value in output["data"].items()}
        assert stored == {kind: data[kind] for kind in kinds}


@pytest.mark.parametrize(("language", "word"), [("ko", "시점"), ("en", "Time step")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_book(page: Page, built: Path, language: str, word: str, scheme: str) -> None:
    page.said.clear()
    page.resize(1200, 900)
    page.emulate(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
    page.open((built / language / "book" / "01-one-cell.html").as_uri())
    assert page.said == []
    assert page.evaluate("document.querySelectorAll('rnn-trace + script').length") == 1
    size = "document.documentElement.outerHTML.match(/<rnn-trace[^]*?<.script>/g).join('').length"
    assert page.evaluate(size) < 60_000
    assert page.evaluate("document.documentElement.dataset.theme") == scheme
    assert page.evaluate(f"{INSIDE}.querySelector('input').ariaLabel") == word
    assert page.evaluate(f"{INSIDE}.querySelector('a').hash") == "#equation-eq-lstm-cell"
    ratio, where = page.evaluate(CONTRAST)
    assert ratio >= 4.5, where
    page.resize(360, 800)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.emulate()
