"""Sizes of one's own in a graded class: one's own numbers pass, somebody else's do not."""

from __future__ import annotations

import shutil

import nbformat
import pytest

from tests.grader.conftest import ROOT, Class, grader, settle

pytestmark = pytest.mark.slow
NAME, QUESTION = "01-one-cell", "01-sizes"


def values(student: str) -> str:
    """Return the right numbers of a student as the student writes them."""
    from exercises.mistakes.cell import SIZES

    sizes = SIZES.sizes_of(student)
    return "\n".join(f"{name} = {value(**sizes)}" for name, value in SIZES.answers.items())


def hand_in(root, student: str, language: str, text: str) -> None:
    """Hand in an answer to the question with sizes, and nothing else."""
    path = root / "release" / language / NAME / f"{NAME}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == QUESTION:
            cell.source = text
    place = root / "submitted" / student / NAME / path.name
    place.parent.mkdir(parents=True)
    nbformat.write(notebook, place)


def test_numbers_of_ones_own_pass_and_copied_ones_do_not(tmp_path):
    settle(tmp_path, timeout=30)
    shutil.copytree(ROOT / "exercises" / "source" / NAME, tmp_path / "source" / NAME)
    assert grader("release", NAME, "--course", tmp_path).returncode == 0
    hand_in(tmp_path, "ada", "en", values("ada"))
    hand_in(tmp_path, "김하늘", "ko", values("김하늘"))
    hand_in(tmp_path, "copied", "ko", values("ada"))
    hand_in(tmp_path, "lies", "en", f"my_sizes = lambda _: (2, 3, 4, 5)\n{values('ada')}")
    said = grader("autograde", NAME, "--course", tmp_path)
    assert said.returncode == 0, said.stdout + said.stderr
    scores = Class(tmp_path, "variants", said).scores()
    earned = {
        student: sum(points for key, points in one.items() if key.startswith(f"{QUESTION}-"))
        for student, one in scores.items()
    }
    assert earned == {"ada": 4, "김하늘": 4, "copied": 0, "lies": 0}
