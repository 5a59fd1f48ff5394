"""Each known mistake is told apart from the right function and the others, and costs a point."""

from __future__ import annotations

import itertools
import sys
import time

import numpy as np
import pytest

from book.cells import ROOT, read_page
from exercises.mistakes import ASSIGNMENTS, diagnose
from exercises.mistakes.outcomes import VARIES, agree, outcomes

from .run_cells import facts, run, run_cell, source

EVERY = [
    pytest.param(name, key, known, id=f"{key}-{known.name}")
    for name, questions in ASSIGNMENTS.items()
    for key, question in questions.items()
    for known in question.mistakes
]
QUESTIONS = [(name, key) for name, questions in ASSIGNMENTS.items() for key in questions]


@pytest.mark.parametrize("name, key", QUESTIONS)
def test_mistakes_are_told_apart(name, key):
    question = ASSIGNMENTS[name][key]
    seen = {known.name: outcomes(known.function, question.probes) for known in question.mistakes}
    seen["(right)"] = outcomes(question.right, question.probes)
    assert len(seen) == len(question.mistakes) + 1
    alike = [(a, b) for a, b in itertools.combinations(seen, 2) if agree(seen[a], seen[b])]
    assert not alike


@pytest.mark.parametrize("name, key, known", EVERY)
def test_a_mistake_is_named(name, key, known):
    assert diagnose(name, key, known.function) == known.finding


@pytest.mark.parametrize("name, key, known", EVERY)
def test_some_probe_lets_a_mistake_through(name, key, known):
    seen = outcomes(known.function, ASSIGNMENTS[name][key].probes)
    assert any(not isinstance(one.value, str) or one.value == VARIES for one in seen)


@pytest.mark.parametrize("name, key, known", EVERY)
def test_a_mistake_costs_a_point_of_its_question(name, key, known, monkeypatch):
    space: dict = {}
    for module in {known.function.__module__, "exercises.mistakes.unfolding.loop"}:
        for alias, called in (("step", "simple_rnn_step"), ("unfold", "unfold")):
            if alias in vars(sys.modules[module]):
                later = lambda *a, called=called: space[called](*a)  # noqa: E731
                monkeypatch.setattr(sys.modules[module], alias, later)
    failed, functions = set(), {}
    for cell in source(name).cells:
        if cell.cell_type != "code":
            continue
        error = run_cell(cell.source, space)
        if facts(cell).get("grade_id") == key:
            functions = {word: known.function for word in space if f"def {word}(" in cell.source}
            space.update(functions)
        if error and cell.metadata.get("question") == key:
            failed.add(facts(cell)["grade_id"])
    assert functions and failed


@pytest.mark.parametrize("name, key, known", EVERY)
def test_a_finding_speaks_both_languages_and_leads_into_the_book(name, key, known):
    finding = known.finding
    for text in (finding.thought, finding.look_again):
        assert set(text) == {"ko", "en"}
        assert any("가" <= letter <= "힣" for letter in text["ko"])
        assert not any("가" <= letter <= "힣" for letter in text["en"])
        assert text["ko"].endswith((".", "`")) and text["en"].endswith((".", "`"))
    texts = (c.source for page in sorted((ROOT / "book").glob("*.*")) for c in pages(page))
    assert any(f"({finding.link})=" in text.split("\n") for text in texts), finding.link


def pages(path):
    """Return the cells of a page that can be read."""
    return read_page(path) if path.suffix == ".ipynb" or path.name == "mistakes.md" else []


@pytest.mark.parametrize("name, key", QUESTIONS)
def test_a_right_function_has_no_mistake(name, key):
    assert diagnose(name, key, ASSIGNMENTS[name][key].right) is None


class Hostile:
    """Raises wherever it is touched."""

    def __getattr__(self, name):
        raise RuntimeError(name)

    def __call__(self, *arguments):
        raise RuntimeError("called")


@pytest.mark.parametrize(
    "function",
    [
        None,
        3,
        Hostile(),
        lambda: 0,
        lambda *a: None,
        lambda *a: [[1, 2], [3]],
        lambda *a: np.array([object()]),
        lambda *a: Hostile(),
        lambda *a: a,
        lambda *a: 1 / 0,
    ],
    ids=range(10),
)
@pytest.mark.parametrize("name, key", QUESTIONS)
def test_no_function_breaks_the_diagnosis(name, key, function):
    assert diagnose(name, key, function) is None


def test_unknown_names_have_no_finding():
    assert diagnose("99-none", "02-step", abs) is None
    assert diagnose("02-unfolding", "02-none", abs) is None


def test_an_earlier_mistake_does_not_hide_a_later_one():
    space: dict = {"np": np}
    run_cell(
        "def simple_rnn_step(x, h, W, U, b):\n    return x @ W\n"
        "def unfold(x, h0, W, U, b):\n"
        "    outputs = [simple_rnn_step(x[:, t], h0, W, U, b) for t in range(x.shape[1])]\n"
        "    return np.stack(outputs, axis=1), outputs[-1]",
        space,
    )
    before = space["simple_rnn_step"]
    assert diagnose("02-unfolding", "02-unfold", space["unfold"]).code == "M17"
    assert space["simple_rnn_step"] is before


def test_a_diagnosis_is_quick():
    start = time.perf_counter()
    for name, key in QUESTIONS:
        diagnose(name, key, lambda *a: a[0])
    assert time.perf_counter() - start < 2


def test_the_fast_runner_sees_errors():
    notebook = source("02-unfolding")
    for cell in notebook.cells:
        if facts(cell).get("grade_id") == "02-step":
            cell.source = cell.source.replace("+ b", "")
    assert {test for test, error in run(notebook).items() if error} == {
        "02-step-value",
        "02-step-elsewhere",
    }
