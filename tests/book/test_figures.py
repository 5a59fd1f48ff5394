"""Tracked figures are what their scripts draw, in both languages, for light, dark and print."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from book.anatomy import dissect
from book.cells import ROOT, has_hangul, read_page
from book.figures.__main__ import HERE, drawings, names
from book.figures.canvas import STYLE, Canvas
from book.figures.letters import math_runs, text_width
from book.pages import text_pages
from book.words import read_glossary

TERMS = {"state": {"en": "hidden state", "ko": "은닉 상태"}}


@pytest.mark.parametrize("name", names())
def test_tracked_figures_are_what_the_scripts_draw(name: str) -> None:
    for path, text in drawings(name).items():
        assert path.exists(), f"{path.name} is missing; run: make figures"
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is old; run: make figures"


def test_every_tracked_figure_has_a_script() -> None:
    drawn = {path.name for name in names() for path in drawings(name)}
    assert {path.name for path in HERE.glob("*.svg")} == drawn


@pytest.mark.parametrize("name", names())
def test_words_of_a_figure_are_of_one_language(name: str) -> None:
    names_in_english = {entry["en"] for entry in read_glossary().values()}  # of a Korean book, too
    for path, text in drawings(name).items():
        words = [e.text for e in ET.fromstring(text).iter() if "word" in e.get("class", "")]
        if ".en." in path.name:
            assert not has_hangul(" ".join(set(words) - names_in_english)), path.name


@pytest.mark.parametrize("name", names())
def test_nothing_of_a_figure_lies_outside_its_canvas(name: str) -> None:
    for path, text in drawings(name).items():
        root = ET.fromstring(text)
        width, height = float(root.get("width")), float(root.get("height"))
        assert width <= 640, f"{path.name}: {width} wide; a phone shows 640 at half its size"
        for element in root.iter():
            x, y = float(element.get("x", 0)), float(element.get("y", 0))
            letters = "".join(element.itertext()) if element.tag.endswith("text") else ""
            wide = text_width(letters, float(element.get("font-size", 0)))
            left = {"middle": x - wide / 2, "end": x - wide}.get(element.get("text-anchor"), x)
            right = left + max(wide, float(element.get("width", 0)))
            assert left >= -2 and right <= width + 2, f"{path.name}: {letters!r} at {x}"
            assert 0 <= y <= height, f"{path.name}: {letters!r} at height {y}"


def test_every_figure_of_the_text_exists() -> None:
    for page in text_pages():
        for cell in read_page(page):
            for figure in dissect(cell.source).figures if cell.kind == "markdown" else ():
                assert (page.parent / figure).is_file(), f"{page.name}, {cell.id}: {figure}"


def drawn(language: str = "ko") -> Canvas:
    canvas = Canvas(200, 100, language, TERMS)
    box = canvas.box(10, 10, 40, 30, "W", kind="weight")
    plus = canvas.circle(100, 25, 12, "+")
    canvas.wire(box.right, plus.left)
    canvas.grid(120, 50, [[1, -0.5]], kind="input", lit=[(0, 1)])
    canvas.math(50, 80, r"h_{t-1}^2 + \tanh")
    canvas.word(50, 95, "state", fit=20)
    return canvas


def test_drawing_twice_gives_the_same_bytes() -> None:
    assert drawn().to_text() == drawn().to_text()


def test_a_drawing_has_no_colour_of_its_own() -> None:
    root = ET.fromstring(drawn().to_text())
    for element in root.iter():
        assert not {"fill", "stroke", "style"} & set(element.attrib)
    css = STYLE.read_text(encoding="utf-8")
    for kind in ("ink", "paper", "muted", "accent", "input", "state", "weight"):
        assert css.count(f"--fig-{kind}:") == 4, f"{kind}: light, dark page, dark file, print"
    assert css in drawn().to_text(), "the file alone must know its colours"


def test_words_come_from_the_glossary() -> None:
    assert "은닉 상태" in drawn("ko").to_text()
    assert "hidden state" in drawn("en").to_text()
    with pytest.raises(KeyError, match=r"no term 'gate'.*용어집"):
        drawn().word(0, 0, "gate")


def test_letters() -> None:
    assert math_runs("h_{t-1}") == [("h", "", True), ("t", "_", True), ("−1", "_", False)]
    assert math_runs(r"\tanh") == [("tanh", "", False)]
    assert [level for _, level, _ in math_runs("x_t^2 W")] == ["", "_", "^", "", ""]
    assert text_width("은닉", 10) == pytest.approx(18.4)
    assert text_width("은닉", 10) > text_width("hi", 10)


def test_contrast_of_figure_letters() -> None:
    """Letters of every kind reach 4.5 : 1 on their paper, in every mode."""
    palette, ratios = {}, []
    for line in STYLE.read_text(encoding="utf-8").splitlines():
        name, _, value = line.strip().rstrip(";").partition(": ")
        if name.startswith("--fig-") and value.startswith("#"):
            if name == "--fig-ink":
                palette = {}
            palette[name] = value
            if name == "--fig-weight":
                paper = luminance(palette["--fig-paper"])
                ratios += [
                    ratio(luminance(v), paper) for k, v in palette.items() if "paper" not in k
                ]
    assert len(ratios) == 24
    assert min(ratios) >= 4.5


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def ratio(one: float, two: float) -> float:
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)


@pytest.mark.parametrize("rho", [0.8, 1.0, 1.25])
def test_the_drawn_norms_are_those_of_the_step_back(rho: float) -> None:
    import numpy as np

    from book.figures.gradient_norm import STEPS, U, norm
    from rnnkit.steps import simple_rnn_step_backward

    x, h, d_h = np.zeros((1, 4)), np.zeros((1, 2)), np.array([[1.0, 0.0]])
    W, b, scaled = np.zeros((4, 2)), np.zeros(2), np.array(U) * rho / np.sqrt(np.linalg.det(U))
    for step in range(1, STEPS + 1):
        d_h = simple_rnn_step_backward(d_h, x, h, W, scaled, b)[1]
        assert np.linalg.norm(d_h) == pytest.approx(norm(rho, step))


def test_the_command_names_an_unknown_figure(capsys: pytest.CaptureFixture) -> None:
    from book.figures.__main__ import main

    assert main(["no_such_figure"]) == 2
    assert "no_such_figure" in capsys.readouterr().out


def test_figure_scripts_stand_where_the_readme_says() -> None:
    assert HERE == ROOT / "book" / "figures" and Path(HERE, "one_cell.py").exists()
