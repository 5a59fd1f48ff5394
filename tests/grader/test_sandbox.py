"""Without a sandbox nothing runs, unless a teacher says so; then it is said what is lost."""

from __future__ import annotations

import os
import sys

import pytest

from tests.grader import hand_in
from tests.grader.conftest import Class, grader
from tests.grader.small_course import NAME

pytestmark = pytest.mark.slow
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bubblewrap is Linux'")


@pytest.fixture
def without_bubblewrap(tmp_path) -> str:
    """A PATH on which everything is but bubblewrap."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for place in os.environ["PATH"].split(os.pathsep):
        for name in os.listdir(place) if os.path.isdir(place) else ():
            if name != "bwrap" and not (folder / name).is_symlink():
                (folder / name).symlink_to(os.path.join(place, name))
    return str(folder)


@linux
def test_without_bubblewrap_nothing_is_run(course, without_bubblewrap):
    hand_in.put(course, "ada", hand_in.answer(course, "en", "open('ran', 'w')\n" + hand_in.RIGHT))
    said = grader("autograde", "--course", course, PATH=without_bubblewrap)
    assert said.returncode == 2
    assert "sudo apt install bubblewrap" in said.stderr and "--no-sandbox" in said.stderr
    assert "이 컴퓨터에서는 학생의 코드를 가둘 수 없어" in said.stderr
    assert not (course / "autograded").exists()


@linux
def test_a_bubblewrap_that_fails_is_no_sandbox(course, without_bubblewrap, tmp_path):
    fake = tmp_path / "bin" / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    fake.chmod(0o755)
    hand_in.put(course, "ada", hand_in.answer(course, "en", hand_in.RIGHT))
    said = grader("autograde", "--course", course, PATH=without_bubblewrap)
    assert said.returncode == 2 and "No permissions to create new namespace" in said.stderr


def test_without_a_sandbox_the_tests_still_stay_apart(course):
    spy = "print(In)\n" + hand_in.RIGHT
    hand_in.put(course, "ada", hand_in.answer(course, "en", spy))
    hand_in.put(course, "bora", hand_in.answer(course, *hand_in.ANSWERS["endless"]))
    hand_in.put(course, "choi", hand_in.answer(course, *hand_in.ANSWERS["dead"]))
    said = grader("autograde", "--course", course, "--no-sandbox")
    assert said.returncode == 0, said.stderr
    assert "students' code runs as you" in said.stderr and "선생님의 권한으로" in said.stderr
    scores = Class(course, NAME, said).scores()
    assert [scores[one]["01-double-negative"] for one in ("ada", "bora", "choi")] == [3, 0, 0]
    text = (course / "autograded" / "ada" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")
    assert text.count("secret_argument") == 2  # in the hidden test, and not in what was printed
