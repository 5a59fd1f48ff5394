"""What students hand in for the tiny assignment: right, wrong, noisy, broken."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import nbformat

from tests.grader.small_course import NAME

RIGHT = "def double(x):\n    return 2 * x"
ANSWERS = {
    "right": ("ko", RIGHT),
    "absolute": ("en", "def double(x):\n    return abs(2 * x)"),
    "noisy": (
        "en",
        "import sys, warnings\ndef double(x):\n    print('noise', file=sys.stderr)\n"
        "    warnings.warn('careful')\n    print('more')\n    return 2 * x",
    ),
    "syntax": ("ko", "def double(x:\n    return"),
    "blank": ("en", None),
    "endless": ("ko", "def double(x):\n    while True:\n        pass"),
    "dead": ("en", "import os\ndef double(x):\n    os._exit(1)"),
    "deaf": (
        "en",
        "import signal\ndef double(x):\n    signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "    while True:\n        pass",
    ),
    "curious": (
        "en",
        "def double(x):\n    lines = get_ipython().user_ns['In'][-1]\n"
        "    print(lines)\n    raise ValueError(lines)",
    ),
    "reader": ("ko", "def double(x):\n    return 2 * x\nprint(open('beside.txt').read())"),
}


def released(root: Path, language: str) -> nbformat.NotebookNode:
    """Return the release of a language."""
    path = root / "release" / language / NAME / f"{NAME}.ipynb"
    return nbformat.read(path, as_version=4)


def cell_of(notebook, key: str):
    """Return the cell with a grade id."""
    return next(
        one for one in notebook.cells if one.metadata.get("nbgrader", {}).get("grade_id") == key
    )


def answer(root: Path, language: str, code: str | None, written: str | None = None):
    """Return a filled-in release."""
    notebook = released(root, language)
    if code is not None:
        cell_of(notebook, "01-double").source = code
    if written is not None:
        cell_of(notebook, "01-why").source = written
    return notebook


def put(root: Path, student: str, notebook, name: str = NAME) -> Path:
    """Hand in a notebook, or any text in its place."""
    path = root / "submitted" / student / NAME / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = notebook if isinstance(notebook, str) else json.dumps(notebook, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path


def everything(root: Path) -> None:
    """Hand in for the whole class."""
    for student, (language, code) in ANSWERS.items():
        put(root, student, answer(root, language, code))
    beside = root / "submitted" / "reader" / NAME / "beside.txt"
    beside.write_text("a file of the student", encoding="utf-8")
    put(
        root, "lively", answer(root, "en", RIGHT, "<script>alert(1)</script> <img src=x onerror=y>")
    )
    put(root, "shows", answer(root, "en", SHOWS))
    spy = answer(root, "en", RIGHT)
    spy.cells.append(nbformat.v4.new_code_cell("for one in In:\n    print(one)\nprint(In)\nIn"))
    put(root, "spy", spy)
    put(root, "김하나", answer(root, "ko", RIGHT))
    put(root, "numeric", numeric(root))
    put(root, "skips", skips(root))
    put(root, "deleted", without(root, "01-double-three"))
    put(root, "emptied", without(root, "01-double", "01-double-three", "01-double-negative"))
    put(root, "copied", copied(root))
    put(root, "bare", without_language(root))
    broken(root)


SHOWS = """from IPython.display import HTML, SVG, Javascript, display
display(HTML("<script>alert(2)</script>"), Javascript("alert(3)"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(4)</script></svg>"))
def double(x):
    return 2 * x"""


def broken(root: Path) -> None:
    """Hand in what is no notebook of this assignment."""
    put(root, "empty", "")
    put(root, "nojson", "<html>")
    put(root, "list", "[1, 2]")
    put(
        root, "cells", json.dumps({"cells": [{"cell_type": "poem"}], "nbformat": 4, "metadata": {}})
    )
    put(root, "other", nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]))
    put(root, "renamed", answer(root, "en", RIGHT), f"{NAME} (1)")
    (root / "submitted" / "nothing" / NAME).mkdir(parents=True)
    link = root / "submitted" / "link" / NAME / f"{NAME}.ipynb"
    link.parent.mkdir(parents=True)
    link.symlink_to(root / "gradebook.db")


def numeric(root: Path):
    """Try to make a test cell end in a number: nbgrader would read partial credit from it."""
    notebook = answer(root, "en", RIGHT + "\nimport atexit")
    code = (
        "class Shows:\n    def __eq__(self, other):\n"
        "        __import__('IPython').display.display(0)\n"
        "        get_ipython().displayhook(0.25)\n        return True\n"
        "def double(x):\n    return Shows()"
    )
    cell_of(notebook, "01-double").source = code
    return notebook


def skips(root: Path):
    """Tag a test so that it would not run, take its points away, make it Markdown."""
    notebook = answer(root, "en", "def double(x):\n    return 3 * x")
    test = cell_of(notebook, "01-double-three")
    test.metadata["tags"] = ["skip-execution"]
    del test.metadata.nbgrader["points"]
    cell_of(notebook, "01-double-negative").metadata.nbgrader["points"] = 300
    return notebook


def without(root: Path, *keys: str):
    """Delete cells from a right answer."""
    notebook = answer(root, "en", RIGHT)
    notebook.cells = [
        one
        for one in notebook.cells
        if one.metadata.get("nbgrader", {}).get("grade_id") not in keys
    ]
    return notebook


def copied(root: Path):
    """Copy an answer and a test within the notebook."""
    notebook = answer(root, "en", RIGHT)
    for key in ("01-double", "01-double-three"):
        original = cell_of(notebook, key)
        notebook.cells.insert(notebook.cells.index(original), copy.deepcopy(original))
    return notebook


def without_language(root: Path):
    """Take the release's metadata away, as some editors do."""
    notebook = answer(root, "ko", RIGHT)
    notebook.metadata.pop("course")
    return notebook
