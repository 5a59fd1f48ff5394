"""A class to look at: every named answer handed in by a student, in a course folder of its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

from .course import ROOT, SETTINGS, Course
from .ledger import has_other_cells, wait_for_gradebook
from .release import free_name, release

FOLDER = ROOT / "_build" / "sample-class"
_SETTINGS = '''"""The sample class has the settings of the course."""
from pathlib import Path

load_subconfig(str(Path(__file__).resolve().parent / {settings!r}))
'''


def sample_course(course: Course, assignment: str, folder: Path = FOLDER) -> Course:
    """Hand in the named answers of an assignment; return the sample's course folder."""
    set_aside(course, assignment, folder)
    source = folder / "source" / assignment
    shutil.copytree(course.folder("source", assignment), source, dirs_exist_ok=True)
    settings = os.path.relpath(course.settings, folder)
    (folder / SETTINGS).write_text(_SETTINGS.format(settings=settings), encoding="utf-8")
    sample = Course.at(folder)
    release(sample, assignment, force=True)
    hand_in(sample, assignment)
    return sample


def set_aside(course: Course, assignment: str, folder: Path) -> None:
    """Keep a sample class of other questions under another name: its gradebook can't hold both."""
    if not (folder / "gradebook.db").exists():
        return
    sample = Course.at(folder)
    wait_for_gradebook(sample)
    if has_other_cells(sample, assignment, course.anatomy(assignment)):
        folder.rename(free_name(folder))


def hand_in(sample: Course, assignment: str) -> None:
    """Fill each answer into the release of its language, and enrol who wrote it."""
    from exercises import answers

    with Gradebook(sample.db_url) as gradebook:
        for name, answer in answers.load(assignment).items():
            place = sample.folder("release") / answer.language / assignment / f"{assignment}.ipynb"
            notebook = nbformat.read(place, as_version=4)
            filled = answers.apply(answer, notebook) or notebook
            submitted = sample.notebook("submitted", assignment, name)
            submitted.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(filled, submitted)
            first, _, last = answer.student.rpartition(" ")
            gradebook.update_or_create_student(
                name, first_name=first or last, last_name=last if first else ""
            )
