"""Notebooks have one form on disk, store what they print, and nbval sees a changed number."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from book.cells import ROOT, cells_of_notebook, notebook_text
from book.normal_form import normal_notebook, normal_outputs
from book.outputs import output_faults, speaks
from book.pages import page_file, page_names, pages_in_order, text_pages
from tests.book.small_book import code, notebook, twins

NOTEBOOKS = [path for path in text_pages() if path.suffix == ".ipynb"]
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.name for path in NOTEBOOKS])


def test_the_table_of_contents_and_the_folder_agree() -> None:
    import yaml

    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    missing = [name for name in page_names(toc) if page_file(ROOT, name) is None]
    assert not missing, f"_toc.yml names pages that do not exist: {missing}"
    assert text_pages() == pages_in_order(), "a page is not in _toc.yml"


@each_notebook
def test_normal_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    notebook = json.loads(text)
    nbformat.validate(notebook)
    wanted = notebook_text(normal_notebook(notebook))
    assert text == wanted, f"run: make run CHAPTER={path.stem} (or: book/run.py --tidy {path.stem})"


@each_notebook
def test_stored_outputs(path: Path) -> None:
    cells = cells_of_notebook(json.loads(path.read_text(encoding="utf-8")))
    faults = [f"{c.id}: {f}" for c in cells if c.kind == "code" for f in output_faults(c)]
    assert not faults, "\n" + "\n".join(faults) + f"\nrun: make run CHAPTER={path.stem}"


@pytest.mark.parametrize(
    ("source", "shows"),
    [
        ("print(1)", True),
        ("for t in range(2):\n    print(t)", True),
        ("x = 1\nx", True),
        ("x.shape, y.shape", True),
        ("x = 1", False),
        ("layer.build((1, 5, 4))", False),
        ("def f():\n    print(1)", False),
        ("if debug:\n    print(1)", False),
        ("x;", False),
        ("%timeit x", False),
        ("x = (", False),
        ("'''only words'''", False),
    ],
)
def test_which_cells_surely_show_something(source: str, shows: bool) -> None:
    assert speaks(source) == shows


def dirty() -> dict:
    """Return a notebook as Jupyter saves it, with all that the book does not keep."""
    cell = code("one-cell-code", "x\n")
    cell["execution_count"] = 7
    cell["metadata"] = {"collapsed": True, "tags": ["scratch"], "execution": {"start": "now"}}
    cell["outputs"] = [
        {"name": "stdout", "output_type": "stream", "text": "a\n"},
        {"name": "stderr", "output_type": "stream", "text": "/home/me/warning\n"},
        {"name": "stdout", "output_type": "stream", "text": ["\x1b[1mb\x1b[0m\n"]},
        {
            "data": {"image/png": "iVBOR", "text/plain": ["<Figure>"]},
            "metadata": {"width": 3},
            "output_type": "display_data",
        },
        {"data": {"image/png": "iVBOR"}, "metadata": {}, "output_type": "display_data"},
        {
            "ename": "ValueError",
            "evalue": "no",
            "output_type": "error",
            "traceback": ["\x1b[0m /home/me/x.py line 3"],
        },
    ]
    made = notebook(twins("one-cell-title", "# 가", "# A"), cell)
    made["metadata"] = {"kernelspec": {"name": "mine"}, "language_info": {"version": "3.11.2"}}
    return made


def test_normal_form_drops_what_belongs_to_a_machine() -> None:
    normal = normal_notebook(dirty())
    nbformat.validate(normal)
    text = notebook_text(normal)
    for foreign in ("image/png", "/home/me", "\\u001b", "3.11.2", "mine", "collapsed", "start"):
        assert foreign not in text
    (cell,) = (c for c in normal["cells"] if c["cell_type"] == "code")
    assert cell["execution_count"] is None
    assert cell["metadata"] == {"tags": ["scratch"]} and cell["id"] == "one-cell-code"
    assert cell["outputs"][0]["text"] == ["a\n", "b\n"]
    assert [o["output_type"] for o in cell["outputs"]] == ["stream", "display_data", "error"]
    assert notebook_text(normal_notebook(normal)) == text, "normal form twice is normal form once"


def test_normal_form_keeps_twins_and_ids() -> None:
    before, after = dirty(), normal_notebook(dirty())
    assert [c["id"] for c in before["cells"]] == [c["id"] for c in after["cells"]]
    assert after["cells"][0]["metadata"] == before["cells"][0]["metadata"]
    assert normal_outputs([]) == []


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (code("a", "print(1)"), "no output is stored"),
        (code("a", "x", "np.float64(1.0)\n"), "format the number"),
        ({**code("a", "f()"), "outputs": dirty()["cells"][2]["outputs"][5:]}, "raises-exception"),
        ({**code("a", "f()"), "outputs": dirty()["cells"][2]["outputs"][3:4]}, "image/png"),
    ],
)
def test_output_faults_are_named(cell: dict, words: str) -> None:
    (read,) = cells_of_notebook(notebook(cell))
    (fault,) = output_faults(read)
    assert words in fault


def nbval(folder: Path) -> subprocess.CompletedProcess:
    """Run pytest with nbval over a book folder, as ``make test`` does."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", "book"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")},
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "passes"),
    [
        ("0.5000\\n", "0.5000\\n", True),
        ("0.5000\\n", "0.5001\\n", False),
        ('"0.5000\\n"\n', "", False),
    ],
    ids=["as stored", "changed number", "lost line"],
)
def test_nbval_compares_stored_outputs(old: str, new: str, passes: bool, small_book: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", small_book)
    path = small_book / "book" / "01-one-cell.ipynb"
    text = path.read_text(encoding="utf-8")
    assert old in text
    text = text.replace('",\n      ' + old, '"\n') if not new else text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    said = nbval(small_book)
    assert (said.returncode == 0) == passes, said.stdout + said.stderr
    assert ("2 passed" if passes else "1 failed") in said.stdout


@pytest.mark.slow
def test_nbval_misses_no_output_that_was_never_stored(small_book: Path) -> None:
    path = small_book / "book" / "01-one-cell.ipynb"
    content = notebook(twins("one-cell-title", "# 가", "# A"), code("one-cell-code", "print(1)"))
    path.write_text(notebook_text(content), encoding="utf-8")
    assert "1 failed" in nbval(small_book).stdout


@pytest.mark.slow
def test_a_cell_whose_package_is_missing_is_skipped_and_keeps_its_output(small_book: Path) -> None:
    kernel = small_book / "book" / "kernel.py"
    text = kernel.read_text(encoding="utf-8")
    assert 'OPTIONAL = ("torch",)' in text
    kernel.write_text(text.replace('("torch",)', '("no_such_package",)'), encoding="utf-8")
    path = small_book / "book" / "01-one-cell.ipynb"
    cells = [
        code("one-cell-peer", "import no_such_package\nprint(2)", "2\n", ["no_such_package"]),
        code("one-cell-code", "print(1)", "1\n"),
    ]
    content = notebook(twins("one-cell-title", "# 가", "# A"), *cells)
    path.write_text(notebook_text(content), encoding="utf-8")
    assert "1 passed, 1 skipped" in nbval(small_book).stdout
    command = [sys.executable, str(small_book / "book" / "run.py"), "01-one-cell"]
    subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert path.read_text(encoding="utf-8") == notebook_text(content)


@pytest.mark.slow
def test_running_twice_changes_nothing(small_book: Path) -> None:
    path = small_book / "book" / "01-one-cell.ipynb"
    cells = [
        code("one-cell-code", "print('h', flush=True)\nprint(1)"),
        code("one-cell-x", "(1, 2)"),
    ]
    raw = json.dumps(notebook(twins("one-cell-title", "# 가", "# A"), *cells))
    path.write_text(raw, encoding="utf-8")
    command = [sys.executable, str(small_book / "book" / "run.py"), "01-one-cell"]
    first = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    stored = path.read_text(encoding="utf-8")
    second = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "written" in first.stdout and "unchanged" in second.stdout
    assert path.read_text(encoding="utf-8") == stored
    assert '"h\\n",\n      "1\\n"' in stored and "(1, 2)" in stored


@pytest.mark.slow
def test_a_failing_cell_is_named_and_nothing_is_written(small_book: Path) -> None:
    path = small_book / "book" / "01-one-cell.ipynb"
    content = notebook(twins("one-cell-title", "# 가", "# A"), code("one-cell-code", "1 / 0"))
    path.write_text(notebook_text(content), encoding="utf-8")
    command = [sys.executable, str(small_book / "book" / "run.py"), "01-one-cell"]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert said.returncode == 1
    assert "cell one-cell-code: ZeroDivisionError" in said.stdout
    assert path.read_text(encoding="utf-8") == notebook_text(content)
