"""Set-up decides from its stamp: nothing to do, something to add, or start afresh."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import setup_venv
from setup_venv import LOCKS, Venv

from tests.setup.conftest import make_venv


def decision(tree: Path, lock: str) -> str:
    return Venv(str(tree)).plan(lock)[0]


@pytest.mark.parametrize("held", LOCKS)
@pytest.mark.parametrize("wanted", LOCKS)
def test_a_larger_lock_satisfies_a_smaller_verb(tree: Path, held: str, wanted: str) -> None:
    make_venv(tree, held)
    enough = LOCKS.index(held) >= LOCKS.index(wanted)
    assert decision(tree, wanted) == ("fresh" if enough else "add")


@pytest.mark.parametrize("file", ["requirements/grade.txt", "pyproject.toml"])
def test_a_changed_lock_or_package_is_added(tree: Path, file: str) -> None:
    make_venv(tree, "grade")
    with open(tree / file, "a") as stream:
        stream.write("# another line\n")
    assert decision(tree, "book") == "add"


def test_another_lock_may_change(tree: Path) -> None:
    make_venv(tree, "book")
    (tree / "requirements" / "test.txt").write_text("numpy==2.5.0\n")
    assert decision(tree, "book") == "fresh"


def test_no_venv_is_made_anew(tree: Path) -> None:
    assert Venv(str(tree)).plan("book") == ("new", "book", ("first time", "처음"))


@pytest.mark.parametrize("stamp", [None, "", '{"lock": "te', '{"lock": "docs"}'])
def test_an_unfinished_set_up_is_made_anew(tree: Path, stamp: str | None) -> None:
    path = Path(make_venv(tree, "test").stamp)
    path.unlink()
    if stamp is not None:
        path.write_text(stamp)
    kind, _, why = Venv(str(tree)).plan("test")
    assert (kind, why[0]) == ("new", "no complete set-up stands there")


def test_another_python_makes_it_anew(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_venv(tree, "book")
    monkeypatch.setattr(setup_venv, "python_tag", lambda: "cpython-399--abacus")
    assert Venv(str(tree)).plan("book")[::2] == (
        "new",
        ("it was made by another Python", "다른 파이썬으로 만들어짐"),
    )


def test_a_python_that_is_gone_makes_it_anew(tree: Path) -> None:
    python = Path(make_venv(tree, "book").python)
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert decision(tree, "book") == "new"


def test_a_moved_folder_makes_it_anew(tree: Path) -> None:
    make_venv(tree, "book")
    moved = tree.rename(tree.parent / "옮긴 나무")
    kind, _, why = Venv(str(moved)).plan("book")
    assert (kind, why[0]) == ("new", "the folder was moved")


def test_a_deleted_package_makes_it_anew(tree: Path) -> None:
    venv = make_venv(tree, "book")
    os.rmdir(os.path.join(venv.packages, "numpy"))
    kind, _, why = venv.plan("book")
    assert (kind, why[0]) == ("new", "numpy is missing")


def test_packages_of_the_user_are_welcome(tree: Path) -> None:
    venv = make_venv(tree, "book")
    os.mkdir(os.path.join(venv.packages, "ipdb"))
    assert venv.plan("book")[0] == "fresh"


def test_what_was_there_comes_back(tree: Path) -> None:
    venv = make_venv(tree, "test")
    os.rmdir(os.path.join(venv.packages, "numpy"))
    assert venv.plan("book")[:2] == ("new", "test")


def test_up_to_date_is_silent_and_fast(tree: Path) -> None:
    make_venv(tree, "book")
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-ES", tree / "requirements" / "setup_venv.py", "book"],
        capture_output=True,
        text=True,
        env={},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert time.perf_counter() - began < 1
