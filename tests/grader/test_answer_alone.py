"""Grades depend on the answer alone: everything else is changed at random, and they stay."""

from __future__ import annotations

import copy
import random
import shutil
from pathlib import Path

import nbformat
import pytest

from tests.grader import hand_in, small_course
from tests.grader.conftest import Class, grader

pytestmark = pytest.mark.slow

CODE = {
    "right": hand_in.RIGHT,
    "absolute": "def double(x):\n    return abs(2 * x)",
    "by_chance": "import random\nrandom.seed(1)\ndef double(x):\n    return 2 * x",
    "hashes": "def double(x):\n    return 2 * x if hash('a') == hash('a') else 0",
    "remembers": "seen = []\ndef double(x):\n    seen.append(x)\n    return x + seen[-1]",
    "counts": "calls = [0] * 9\ndef double(x):\n    calls.pop()\n    return 2 * x",
    "stub": None,
    "syntax": "def double(x:",
    "wrong": "def double(x):\n    return 3 * x",
}
NOISE = [
    "import sys; print('noise', file=sys.stderr)",
    "import warnings; warnings.warn('careful')",
    "import logging; logging.error('odd')",
    "print('한글', 1 / 3)",
    "1 / 0",
]
WORLDS = {
    "LC_ALL": ["C", "C.UTF-8", "ko_KR.UTF-8", "en_US.ISO-8859-1"],
    "TZ": ["UTC", "Asia/Seoul", "America/St_Johns"],
    "PYTHONHASHSEED": ["0", "1", "4294967295"],
    "OMP_NUM_THREADS": ["1", "4"],
    "PYTHONWARNINGS": ["", "error", "always"],
    "COLUMNS": ["20", "200"],
    "MPLBACKEND": ["svg", "nowhere"],
}


def shuffled(notebook, dice: random.Random):
    """Change what is not the answer: noisy cells, the order of cells, what was stored."""
    notebook = copy.deepcopy(notebook)
    for _ in range(dice.randrange(4)):
        cell = nbformat.v4.new_code_cell(dice.choice(NOISE))
        notebook.cells.insert(dice.randrange(len(notebook.cells) + 1), cell)
    if dice.random() < 0.5:
        dice.shuffle(notebook.cells)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.execution_count = dice.randrange(1, 99)
            text = nbformat.v4.new_output("stream", name="stderr", text="stored")
            cell.outputs = [text] * dice.randrange(2)
    return notebook


def graded(root: Path, dice: random.Random | None, *options: str, **world: str) -> dict:
    """Grade the class under new names and return the points of each answer."""
    names = list(CODE)
    if dice:
        dice.shuffle(names)
    who = {f"student{number}": name for number, name in enumerate(names)}
    for student, name in who.items():
        language = dice.choice(("ko", "en")) if dice else "ko"
        notebook = hand_in.answer(root, language, CODE[name])
        hand_in.put(root, student, shuffled(notebook, dice) if dice else notebook)
    said = grader("autograde", "--course", root, *options, **world)
    assert said.returncode == 0, said.stderr
    scores = Class(root, small_course.NAME, said).scores()
    return {who[student]: points for student, points in scores.items()}


@pytest.fixture(scope="module")
def plainly(released, tmp_path_factory) -> dict:
    """The points of the class when nothing is odd."""
    root = Path(shutil.copytree(released, tmp_path_factory.mktemp("plain") / "course"))
    found = graded(root, None)
    assert [sum(found[name][key] for key in found[name] if found[name][key]) for name in CODE] == [
        *(5, 2, 5, 5, 5, 5),
        *(0, 0, 0),
    ]
    return found


@pytest.mark.parametrize("seed", range(8))
def test_nothing_but_the_answer_counts(plainly, course, seed):
    dice = random.Random(seed)
    world = {name: dice.choice(values) for name, values in WORLDS.items()}
    jobs = dice.choice("123")
    assert graded(course, dice, "--jobs", jobs, **world) == plainly, (world, jobs)
