"""Self-check questions: each chapter has some, answers are computed, faults are named."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import rnnkit
from book._ext.plain_markdown import PlainMarkdown
from book.anatomy import dissect
from book.cells import ROOT, notebook_text, read_page
from book.checks import KINDS, Check, faults, read_check, typed
from book.stamp import check as check_pages
from book.twins import find_problems
from rnnkit import convert
from rnnkit.activations import sigmoid
from rnnkit.losses import SparseCategoricalCrossentropy
from rnnkit.optimizers import clip_by_global_norm
from rnnkit.steps import gru_step, lstm_step, simple_rnn_step
from rnnkit.text import one_hot
from tests.book.small_book import notebook, twins
from tests.book.test_bilingual import Numbers
from tests.book.test_chapters import CHAPTERS, prefix_of, slug_of

MARKER = re.compile(r"\[(M\d\d)\]\(#m\d\d\)")
ARITHMETIC = re.compile(r"`([\d\s.()+*/-]*\d\s*[+*/-]\s*[\d(][\d\s.()+*/-]*)`")


def x(*shape: int) -> np.ndarray:
    """Return an input of a shape, no two numbers alike and none of them 0."""
    return np.linspace(-1, 1.1, int(np.prod(shape)), dtype="float32").reshape(shape)


def built(layer, *shape: int):
    """Return a layer that knows its input's shape."""
    layer.build(shape)
    return layer


def fails(call: Callable) -> bool:
    """Tell whether the library refuses a call."""
    try:
        call()
    except (ValueError, TypeError):
        return True
    return False


def only_then(step: str, code: str, wrong: str, right: str) -> bool:
    """Run the code of a question: it must differ from the library, and agree when mended."""
    assert wrong in code
    return not agrees(step, code) and agrees(step, code.replace(wrong, right))


def agrees(step: str, code: str) -> bool:
    """Run code that computes ``h`` or ``outs`` and compare it with the library."""
    B, T, D, H = 2, 7, 6, 3
    blocks = {"gru": 3, "lstm": 4, "loop": 1}[step]
    W, U = x(D, blocks * H), x(H, blocks * H)
    h, c, b = x(B, H), x(B, H)[::-1], x(2, 9) if step == "gru" else x(blocks * H)
    names = {"np": np, "sigmoid": sigmoid, "simple_rnn_step": simple_rnn_step}
    names |= {"B": B, "T": T, "H": H, "W": W, "U": U, "b": b, "h": h, "h_0": h, "c": c}
    names["x"] = x(B, T, D) if step == "loop" else x(B, D)
    exec(code, names)
    if step == "loop":
        layer = built(rnnkit.SimpleRNN(H, return_sequences=True), B, T, D)
        layer.set_weights([W, U, b])
        return np.allclose(names["outs"], layer(x(B, T, D), initial_state=h), atol=1e-6)
    known = gru_step(x(B, D), h, W, U, b) if step == "gru" else lstm_step(x(B, D), h, c, W, U, b)[0]
    return np.allclose(names["h"], known, atol=1e-6)


def stacked_states(B: int, T: int, D: int, lower: int, upper: int) -> bool:
    """Tell whether a stack's output is the state of its upper layer alone."""
    below = rnnkit.SimpleRNN(lower, return_sequences=True, return_state=True, seed=1)
    above = rnnkit.SimpleRNN(upper, return_state=True, seed=2)
    between, state_below = below(x(B, T, D))
    output, state_above = above(between)
    return np.allclose(output, state_above) and state_below.shape == (B, lower)


def goes_on(B: int, T: int, D: int, units: int) -> bool:
    """Tell whether a stateful layer needs reset_state before it gives the same again."""
    layer = rnnkit.SimpleRNN(units, stateful=True, seed=1)
    first, second = layer(x(B, T, D)), layer(x(B, T, D))
    layer.reset_state()
    return not np.allclose(first, second) and np.allclose(first, layer(x(B, T, D)))


def order_matters(B: int, T: int, D: int, units: int) -> bool:
    """Tell whether a stateful layer gives a piece other outputs after another piece."""
    layer = rnnkit.SimpleRNN(units, stateful=True, seed=1)
    pieces, outputs = (x(B, T, D), -x(B, T, D), x(B, T, D) ** 2), []
    for order in ((0, 1, 2), (1, 0, 2)):
        outputs.append([layer(pieces[n]) for n in order][2])
        layer.reset_state()
    return not np.allclose(*outputs)


def mean_of_rows(T: int, V: int, units: int) -> bool:
    """Tell whether a row that stands twice in a batch leaves loss and gradient as they are."""
    layer, found = built(rnnkit.GRU(units, return_sequences=True, seed=1), 1, T, V), []
    for rows in (1, 2):
        output, cache = layer.forward(np.repeat(x(1, T, V), rows, axis=0))
        answers = np.repeat([np.arange(T) % units], rows, axis=0)
        loss = SparseCategoricalCrossentropy(from_logits=True)
        value, d_output = loss.value_and_gradient(answers, output)
        found.append((value, layer.backward(d_output, cache).weights[1]))
    return all(np.allclose(one, two) for one, two in zip(*found, strict=True))


def backward_half(B: int, T: int, D: int, units: int) -> bool:
    """Tell whether the backward half of the last step depends on the last letter alone."""
    layer = rnnkit.Bidirectional(rnnkit.SimpleRNN(units, return_sequences=True, seed=1))
    changed = x(B, T, D)
    changed[:, :-1] *= -1
    same = np.isclose(layer(x(B, T, D))[..., units:], layer(changed)[..., units:])
    return bool(same[:, -1].all() and not same[:, 0].all())


W = np.array([[0.5, -0.3], [-0.4, 0.8], [0.9, 0.2], [0.1, -0.6]])
KNOWN = {name: getattr(rnnkit, name) for name in rnnkit.__all__ if name != "text"} | {
    "np": np, "convert": convert, "W": W, "U": np.array([[0.6, -0.4], [0.3, 0.5]]),
    "b": np.array([0.1, -0.1]),
    "x": x, "built": built, "fails": fails, "one_hot": one_hot, "only_then": only_then,
    "stacked_states": stacked_states, "goes_on": goes_on,
    "backward_half": backward_half, "order_matters": order_matters, "mean_of_rows": mean_of_rows,
    "SparseCategoricalCrossentropy": SparseCategoricalCrossentropy,
    "clip_by_global_norm": clip_by_global_norm,
}  # fmt: skip


def checks_of(path: Path, language: str) -> list[tuple[str, Check]]:
    """Return (cell, question) for each question of a chapter in one language."""
    return [
        (cell.id, check)
        for cell in read_page(path)
        if cell.language == language
        for check in dissect(cell.source).checks
    ]


ALL = [
    pytest.param(check, id=f"{path.stem[:2]} {name}")
    for path in CHAPTERS
    for language in ("ko", "en")
    for name, check in checks_of(path, language)
]


@pytest.mark.parametrize("path", CHAPTERS, ids=[path.stem for path in CHAPTERS])
def test_every_chapter_ends_in_three_to_five_questions(path: Path) -> None:
    for language in ("ko", "en"):
        found = checks_of(path, language)
        met = [any(MARKER.search(one.reply) for one in check.answers) for _, check in found]
        assert sum(met) >= 3, f"{path.name}: {sum(met)} questions meet a mistake [M..](#m..)"
        assert 3 <= len(found) <= 5, path.name
        for name, _ in found:
            (cell,) = (cell for cell in read_page(path) if cell.id == name)
            assert slug_of(cell, prefix_of(path)) == "check"


@pytest.mark.parametrize("check", ALL)
def test_the_right_answer_is_the_computed_one(check: Check) -> None:
    right = next(answer for answer in check.answers if answer.right)
    if check.kind == "choice":
        assert check.claim, "expected :claim: with an expression that is true"
        code = "".join(dissect(check.question).blocks).removeprefix("python\n")
        assert bool(eval(check.claim, KNOWN | {"code": code})), check.claim
        return
    assert check.value, "expected :value: with an expression that computes the right answer"
    value = eval(check.value, dict(KNOWN))
    if check.kind == "shape":
        assert typed("shape", str(value)) == typed("shape", right.text)
    else:
        assert float(typed("number", right.text)) == pytest.approx(float(value), abs=1e-9)


@pytest.mark.parametrize("check", ALL)
def test_the_sums_of_a_reply_are_right(check: Check) -> None:
    for answer in check.answers if check.kind == "number" else ():
        for sum_ in ARITHMETIC.findall(answer.reply)[:1]:
            value = eval(sum_, {"__builtins__": {}})
            assert float(typed("number", answer.text)) == pytest.approx(value), (answer.text, sum_)


def test_arithmetic_is_seen() -> None:
    assert ARITHMETIC.findall("`6*3 + 3`, `0.25*1.6 + 0.5*(-0.8)`, `-0.1`, `(6, 3)`, `r * h`") == [
        "6*3 + 3",
        "0.25*1.6 + 0.5*(-0.8)",
    ]


GOOD = "What?\n\n- [ ] `(2, 3)`\n  Not so.\n- [x] `(2, 7, 3)`\n  So.\n"


def fault(kind: str = "shape", text: str = GOOD) -> str:
    """Return what is said about a question."""
    return "\n".join(map(str, faults(read_check(kind, {}, text.split("\n")))))


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        ("shape", "", "", ""),
        ("choice", "", "", ""),
        ("shpe", "", "", "unknown kind of question / 모르는 종류의 문제입니다; given / 지금: shpe"),
        ("", "", "", "given / 지금: (nothing)"),
        ("shape", "[x]", "[ ]", "no right answer / 정답은 하나여야 합니다; given / 지금: 0 of 2"),
        ("shape", "[ ]", "[x]", "two right answers"),
        ("shape", "  Not so.\n", "", "an answer without a reply / 대답이 없는 답입니다"),
        ("shape", "  So.", "So.", "a line that belongs to no answer"),
        ("shape", "What?", "", "nothing is asked"),
        ("shape", "(2, 3)", "(2, 7,3)", "the same answer twice"),
        ("shape", "`(2, 3)`", "two", "no shape"),
        ("number", "", "", "no number"),
        ("shape", "- [ ] `(2, 3)`\n  Not so.\n", "", "no wrong answer"),
    ],
)
def test_each_fault_of_a_question_is_named(kind: str, old: str, new: str, said: str) -> None:
    found = fault(kind, GOOD.replace(old, new, 1) if old else GOOD)
    assert (said in found) if said else not found
    if said:
        assert all(word in found for word in ("given", "expected", "fix", "고치기"))


def test_a_fault_is_a_problem_of_its_page(tmp_path: Path) -> None:
    path = tmp_path / "01-one-cell.ipynb"
    texts = [f":::{{check}} shpe\n{GOOD}:::", f":::{{check}} shpe\n{GOOD}:::"]
    path.write_text(notebook_text(notebook(twins("one-cell-check", *texts))), encoding="utf-8")
    found = [p for p in check_pages([path]) if "unknown kind" in p.what[1]]
    assert [(p.file, p.cell) for p in found] == [
        (path.name, "one-cell-check-ko"),
        (path.name, "one-cell-check-en"),
    ]
    assert all(p.given == "shpe" and p.expected == ", ".join(KINDS) and p.fix for p in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("shape", "choice"),
        ("[x]", "[ ]"),
        ("- [ ] `(2, 3)`\n  Not so.\n", ""),
        ("shape\n", "shape\n:value: 1\n"),
    ],
)
def test_twins_ask_the_same(old: str, new: str, tmp_path: Path) -> None:
    korean = f":::{{check}} shape\n{GOOD}:::"
    path = tmp_path / "01-one-cell.ipynb"
    cells = twins("one-cell-check", korean, korean.replace(old, new, 1))
    path.write_text(notebook_text(notebook(cells)), encoding="utf-8")
    assert any("self-check questions differ" in p.what[1] for p in find_problems(path))


@pytest.mark.parametrize(
    ("kind", "text", "form"),
    [
        ("shape", "(2, 7, 3)", "2,7,3"),
        ("shape", "2 7  3", "2,7,3"),
        ("shape", "[2,7,3]", "2,7,3"),
        ("shape", "(2 ,7 , 3 )", "2,7,3"),
        ("shape", "2x7×3", "2,7,3"),
        ("shape", "（２，７，３）", "2,7,3"),
        ("shape", "`(3,)`", "3"),
        ("shape", "(2, H)", None),
        ("shape", "", None),
        ("shape", "2.5", None),
        ("number", " 1,024 ", "1024.0"),
        ("number", "−0.5", "-0.5"),
        ("number", ".5", "0.5"),
        ("number", "30 개", "30.0"),
        ("number", "1,024,000", "1024000.0"),
        ("number", "0,5", None),
        ("number", "many", None),
    ],
)
def test_an_answer_in_any_spacing(kind: str, text: str, form: str | None) -> None:
    assert typed(kind, text) == form


def test_a_downloaded_notebook_folds_the_answers() -> None:
    source = f":::{{check}} choice\n:claim: True\n{GOOD}:::"
    text = PlainMarkdown(Numbers(), ROOT / "book").convert(source)
    ask, fold = text.split("<details><summary>Answer, and why</summary>\n\n")
    assert ask.split("\n\n") == ["What?", "- `(2, 3)`\n- `(2, 7, 3)`", ""]
    assert fold == "**Right:** `(2, 7, 3)`\n\n> So.\n\n`(2, 3)`\n\n> Not so.\n\n</details>"


def test_code_in_a_question_is_no_answer() -> None:
    text = "Look:\n\n```python\ny = [ ]\n```\n\n" + GOOD
    check = read_check("shape", {}, text.split("\n"))
    assert "y = [ ]" in check.question and len(check.answers) == 2
    parts = dissect(f":::{{check}} shape\n{text}:::")
    assert parts.blocks == ["python\ny = [ ]"] and parts.directives == ["check"]
