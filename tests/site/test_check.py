"""Self-check questions in a real browser: keys, what is read aloud, sizes, paper, no script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from book.cells import has_hangul, notebook_text
from book.checks import WORDS
from tests.book.small_book import chapter, make_book, twins
from tests.site.conftest import publish
from tests.site.devtools import Page
from tests.site.test_browser import browser
from tests.site.test_stepper import CONTRAST, INSIDE

pytestmark = pytest.mark.slow

__all__ = ["browser"]
SHAPE = """:::{{check}} shape
:value: SimpleRNN(3)(x(2, 7, 5)).shape

{}

```python
y = layer(x)
```

- [ ] `(2, 7, 3)`
  {} [M01](#m01)
- [x] `(2, 3)`
  {} $h_T$
:::"""
CHOICE = SHAPE.replace("} shape", "} choice").replace(":value: SimpleRNN", ":claim: SimpleRNN")
NUMBER = SHAPE.replace("} shape", "} number").replace("`(2, 7, 3)`", "`1024`")
NUMBER = NUMBER.replace("`(2, 3)`", "`0.5`")
WORDS_KO, WORDS_EN = (
    ("무엇일까요?", "그렇지 않습니다.", "그렇습니다."),
    ("Which?", "Not so.", "So it is."),
)
both = pytest.mark.parametrize("language", ["ko", "en"])


@pytest.fixture(scope="module")
def page(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Return a browser."""
    with Page(browser, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small book with a question of each kind in its chapter."""
    root = make_book(tmp_path_factory.mktemp("check") / "책")
    notebook = chapter()
    for number, text in enumerate((CHOICE, SHAPE, NUMBER), start=1):
        both = text.format(*WORDS_KO), text.format(*WORDS_EN)
        notebook["cells"] += twins(f"one-cell-check-{number}", *both)
    path = root / "book" / "01-one-cell.ipynb"
    path.write_text(notebook_text(notebook), encoding="utf-8")
    said = publish(root)
    assert said.returncode == 0, said.stdout
    return root / "_build" / "site"


def show(page: Page, built: Path, language: str = "en", width: int = 1200) -> None:
    """Open the chapter; nothing complains."""
    page.said.clear()
    page.emulate()
    page.resize(width, 900)
    page.open((built / language / "book" / "01-one-cell.html").as_uri())
    assert page.said == []


def reply(page: Page, number: int) -> str:
    return page.evaluate(f"document.querySelector('#check-{number} .check-reply').textContent")


def answer(page: Page, number: int, text: str) -> str:
    """Type an answer, press the button, return the reply."""
    page.evaluate(f"""(() => {{ const check = document.querySelector('#check-{number}');
        check.querySelector('input').value = {json.dumps(text)};
        check.querySelector('.check-act button').click(); }})()""")
    return reply(page, number)


@both
def test_a_choice_by_keys(page: Page, built: Path, language: str) -> None:
    show(page, built, language)
    words = WORDS[language]
    page.evaluate("document.querySelector('#check-1 input').focus()")
    page.press("Enter")
    assert reply(page, 1) == words["nothing"]
    page.evaluate("document.querySelector('#check-1 input').checked = true")
    page.press("Enter")
    (wrong, right) = (WORDS_KO, WORDS_EN)[language == "en"][1:]
    assert reply(page, 1).startswith(f"{words['wrong']} {wrong} M01")
    assert page.evaluate("!!document.querySelector('#check-1 .check-reply a[href*=m01]')")
    page.press("ArrowDown")
    page.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == words["check"]
    page.press("Enter")
    assert reply(page, 1).startswith(f"{words['right']} {right}")
    assert page.evaluate("document.querySelector('#check-1 .check-reply').className").endswith(
        "right"
    )


@pytest.mark.parametrize(
    ("number", "text", "said"),
    [
        (2, "(2, 3)", "right"),
        (2, "2 3", "right"),
        (2, " [ 2,3 ] ", "right"),
        (2, "（２，３）", "right"),
        (2, "2x3", "right"),
        (2, "(2, 7, 3)", "wrong"),
        (2, "(3, 2)", "other"),
        (2, "(2, H)", "shape"),
        (2, "", "nothing"),
        (3, "0.5", "right"),
        (3, ".50", "right"),
        (3, "1024개", "wrong"),
        (3, "0,5", "number"),
        (3, "0.50", "right"),
        (3, "1,024", "wrong"),
        (3, "-0.5", "other"),
        (3, "half", "number"),
        (3, "<b>", "number"),
    ],
)
def test_a_typed_answer(page: Page, built: Path, number: int, text: str, said: str) -> None:
    show(page, built)
    assert (
        answer(page, number, text)
        .strip()
        .removeprefix("No. ")
        .startswith(
            {"right": "Right. So it is.", "wrong": "Not so."}.get(said, WORDS["en"].get(said))
        )
    )


@both
def test_what_is_read_aloud(page: Page, built: Path, language: str) -> None:
    show(page, built, language)
    words, heard = WORDS[language], page.spoken()
    named = {(node["role"], node["name"]) for node in heard}
    assert {
        ("group", f"{words['title']} 1"),
        ("radio", "(2, 7, 3)"),
        ("textbox", words["answer"]),
        ("button", words["check"]),
        ("DisclosureTriangle", words["answers"]),
    } <= named
    replies = [node for node in heard if node["role"] == "status"]
    assert len(replies) == 3 and all(n["properties"]["live"] == "polite" for n in replies)
    ask = (WORDS_KO, WORDS_EN)[language == "en"][0]
    named = page.evaluate("document.querySelector('#check-2').getAttribute('aria-describedby')")
    assert ask in page.evaluate(f"document.getElementById('{named}').textContent")
    texts = page.evaluate("[...document.querySelectorAll('.check')].map(e => e.textContent).join()")
    assert has_hangul(texts) == (language == "ko")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sizes_and_contrast(page: Page, built: Path, scheme: str) -> None:
    show(page, built, width=360)
    page.emulate(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
    page.open((built / "en" / "book" / "01-one-cell.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for text in ("(2, 7, 3)", "(2, 3)"):
        answer(page, 2, text)
        page.evaluate("document.querySelector('#check-2 details').open = true")
        script = CONTRAST.replace(INSIDE, "document.querySelector('#check-2')")
        ratio, where = page.evaluate(
            script.replace("'td,", "'strong, legend, label, button, dt, dd, td,")
        )
        assert ratio >= 4.5, where
    small = """[...document.querySelectorAll('.check :is(label, summary), .check-act button')]
        .map(e => e.getBoundingClientRect()).filter(r => r.height < 44).length"""
    assert page.evaluate(small) == 0


def test_focus_is_seen(page: Page, built: Path) -> None:
    show(page, built)
    page.evaluate("document.querySelector('#check-2 input').focus()")
    for _ in range(3):
        style = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert float(style.removesuffix("px")) >= 2
        page.press("Tab")


def text_on_paper(page: Page) -> list[bool]:
    return page.evaluate("""[...document.querySelectorAll('.check-answers dd')].map(
        e => e.checkVisibility() && e.getBoundingClientRect().height > 5)""")


def test_paper_has_the_answers_and_no_buttons(page: Page, built: Path) -> None:
    show(page, built)
    page.emulate("print")
    assert text_on_paper(page) == [True] * 6
    buttons = "[...document.querySelectorAll('.check-act button')].map(e => e.checkVisibility())"
    assert page.evaluate(buttons) == [False] * 3
    page.emulate()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.querySelectorAll('.check-answers[open]').length") == 3
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.querySelectorAll('.check-answers[open]').length") == 0


def test_without_a_script_the_answers_unfold(page: Page, built: Path) -> None:
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        show(page, built)
        buttons = (
            "[...document.querySelectorAll('.check-act button')].map(e => e.checkVisibility())"
        )
        assert page.evaluate(buttons) == [False] * 3
        page.evaluate("document.querySelector('#check-2 summary').click()")
        first = "document.querySelector('#check-2 dl').innerText"
        assert page.evaluate(first).split("\n\n")[:2] == [
            "Right: (2, 3)",
            "So it is. \nℎ\n𝑇",
        ]
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)


def test_only_pages_with_questions_load_it(built: Path) -> None:
    for name, count in (("01-one-cell", 1), ("index", 0)):
        text = (built / "en" / "book" / f"{name}.html").read_text(encoding="utf-8")
        assert text.count("_static/check.js") == text.count("_static/check.css") == count
    sizes = [(built / "en" / "_static" / f"check.{kind}").stat().st_size for kind in ("js", "css")]
    assert sum(sizes) < 6000


def test_a_fault_stops_the_build(tmp_path: Path) -> None:
    root = make_book(tmp_path / "책")
    notebook = chapter()
    broken = SHAPE.replace("[x]", "[ ]")
    notebook["cells"] += twins("one-cell-check", broken.format(*WORDS_KO), broken.format(*WORDS_EN))
    path = root / "book" / "01-one-cell.ipynb"
    path.write_text(notebook_text(notebook), encoding="utf-8")
    said = publish(root)
    assert said.returncode != 0
    assert "01-one-cell.ipynb, cell one-cell-check-en" in said.stdout
    assert "no right answer / 정답은 하나여야 합니다; given / 지금: 0 of 2" in said.stdout
