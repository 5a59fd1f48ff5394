"""The self-check: what a student is told before handing in, without a server or Jupyter."""

from __future__ import annotations

import copy

import nbformat
import pytest

from exercises import answers, check
from tests.exercises import course

NAME = "02-unfolding"


def hand_in(folder, name: str, language: str = "", change=lambda notebook: None):
    """Write a named answer's notebook as a student has it; return its place."""
    answer = answers.load(NAME)[name]
    notebook = answers.apply(answer, course.as_released(NAME))
    notebook.metadata["course"] = {"assignment": NAME, "language": language or answer.language}
    change(notebook)
    path = folder / f"{NAME}.ipynb"
    nbformat.write(notebook, path)
    return path


def said(capsys, path, *words: str) -> tuple[int, str]:
    """Check a notebook; return the exit status and what was printed."""
    status = check.main([str(path), *words])
    shown = capsys.readouterr()
    return status, shown.out + shown.err


def test_a_right_notebook_passes_in_its_own_language(tmp_path, capsys):
    status, text = said(capsys, hand_in(tmp_path, "correct"))
    assert status == 0 and "보이는 검사를 모두 통과했습니다." in text and "✗" not in text
    status, text = said(capsys, hand_in(tmp_path, "correct", "en"))
    assert status == 0 and "All visible tests pass." in text and "다시" not in text


def test_a_mistake_is_named_from_public_probes(tmp_path, capsys):
    status, text = said(capsys, hand_in(tmp_path, "bias_forgotten"))
    assert status == 1 and "✗ A value worked by hand" in text
    assert "→ M05: You left out the bias." in text and "#m05" in text


def test_predicted_values_stay_open_until_they_are_handed_in(tmp_path, capsys):
    """Who could see here whether a value is right would no longer predict it."""
    status, text = said(capsys, hand_in(tmp_path, "units_is_time"))
    assert status == 0 and "M03" not in text
    assert text.count("(제출한 뒤에 확인합니다)") >= 5


def test_nothing_that_is_hidden_is_run_or_shown(tmp_path, capsys):
    path = hand_in(tmp_path, "state_twice")
    assert "HIDDEN" not in path.read_text(encoding="utf-8")
    assert "rnnkit.steps" not in said(capsys, path)[1]


def test_what_is_not_written_yet_is_no_mistake(tmp_path, capsys):
    status, text = said(capsys, hand_in(tmp_path, "blank"))
    assert status == 1 and "→" not in text and "실행되지 않습니다" not in text


def loop(notebook):
    cell_of(notebook, "02-step").source = "def simple_rnn_step(*_):\n    while True: pass"


def leave(notebook):
    cell_of(notebook, "02-step").source = "import os\nos._exit(0)"


def break_off(notebook):
    cell_of(notebook, "02-step").source = "def simple_rnn_step(:"


def ask(notebook):
    cell_of(notebook, "02-step").source = "x = input()"


def magics(notebook):
    cell = cell_of(notebook, "02-step")
    cell.source = "%matplotlib inline\n!pip list\n" + cell.source


def cell_of(notebook, key: str):
    """Return the cell with a grade id."""
    return next(cell for cell in notebook.cells if answers.grade_id(cell) == key)


ODD = {
    loop: (1, "it did not end and was stopped"),
    leave: (1, "The code ended Python"),
    break_off: (1, "this cell does not run: SyntaxError"),
    ask: (1, "EOFError"),
    magics: (0, "All visible tests pass."),
}


@pytest.mark.parametrize("change", ODD, ids=lambda change: change.__name__)
def test_odd_notebooks_end_in_words(tmp_path, capsys, monkeypatch, change):
    monkeypatch.setattr(check, "CELL_SECONDS", 1)
    status, words = ODD[change]
    found, text = said(capsys, hand_in(tmp_path, "correct", "en", change))
    assert found == status and words in text
    assert "Traceback" not in text


def test_without_fork_it_runs_in_this_process(tmp_path, monkeypatch):
    monkeypatch.setattr(check.sys, "platform", "emscripten")
    notebook = nbformat.read(hand_in(tmp_path, "bias_forgotten"), as_version=4)
    report = check.check(copy.deepcopy(notebook), NAME)
    assert report.failed and report.findings["02-step"][0].code == "M05"


BAD = {
    "missing.ipynb": (None, "can't be read", "읽을 수 없습니다"),
    "text.ipynb": ("hello", "not a notebook", "노트북이 아닙니다"),
    "other.ipynb": (
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
        "no cell of a known assignment",
        "알려진 과제의 셀이 없습니다",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_explained(tmp_path, capsys, name):
    text, *words = BAD[name]
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    status, told = said(capsys, tmp_path / name)
    assert status == 2
    for word in (*words, "given / ", "expected / ", "fix / "):
        assert word in told, told


def test_the_assignment_is_known_by_its_grade_ids(tmp_path):
    notebook = nbformat.read(hand_in(tmp_path, "correct"), as_version=4)
    del notebook.metadata["course"]
    assert check.assignment_of(notebook) == NAME
