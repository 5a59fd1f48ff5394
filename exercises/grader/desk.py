"""The one who writes: a graded submission becomes an autograded notebook and rows of the gradebook.

What is left is what nbgrader's own `autograde` leaves with the same settings (a test compares
them). What takes its time there is done once here: the gradebook stays open, the assignment's
cells are read once, and a submission's rows are read and written together.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
from pathlib import Path

import nbformat
from nbgrader.api import Comment, Grade, Gradebook
from nbgrader.converters import Autograde
from nbgrader.preprocessors import AssignLatePenalties, CheckCellMetadata
from nbgrader.utils import compute_checksum, determine_grade

from . import anatomy, beside, mend, submissions
from .clock import minutes_late
from .course import Course
from .execute import ExecuteAnswers
from .save import SaveGrades, comment_on

LOG = logging.getLogger("exercises.grader")
OURS = (ExecuteAnswers, SaveGrades, AssignLatePenalties, CheckCellMetadata)  # done here otherwise


class Desk:
    """Prepares and saves the submissions of one assignment."""

    def __init__(self, course: Course, parts: anatomy.Anatomy, version: str):
        self.course, self.parts, self.version = course, parts, version
        self.book = Gradebook(course.db_url)
        notebook = self.book.find_notebook(parts.name, parts.name)
        self.released = {cell.name: cell for cell in notebook.source_cells}
        self.texts = {key: (one.source, one.checksum) for key, one in self.released.items()}
        self.locked = {key for key, one in self.released.items() if one.locked}
        known = (*notebook.grade_cells, *notebook.solution_cells, *notebook.task_cells)
        self.names = {cell.id: cell.name for cell in known}
        self.kernel = json.loads(notebook.kernelspec or "null")
        wanted = Autograde(config=course.config).autograde_preprocessors
        self.steps = [one(config=course.config) for one in wanted if one not in OURS]
        self.late = AssignLatePenalties(config=course.config)
        self.due = course.deadline(parts.name)
        if self.due:
            self.book.update_or_create_assignment(parts.name, duedate=self.due.naive())

    def close(self) -> None:
        """Let go of the gradebook."""
        self.book.close()

    def prepare(self, notebook, path: Path):
        """Return a submission with the assignment's cells restored, ready to run."""
        texts = {key: text for key, (text, _) in self.texts.items()}
        mend.mend(notebook, self.parts.cells, texts)
        notebook.metadata["grading"] |= {
            "submission": mend.sha256(path),
            "version": self.version,
        }
        if self.kernel:
            notebook.metadata["kernelspec"] = self.kernel
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
            key = anatomy.grade_id(cell)
            if key in self.texts:
                self.restore(cell, key)
        return notebook

    def restore(self, cell, key: str) -> None:
        """Give a cell its checksum; a locked one also its text."""
        text, checksum = self.texts[key]
        cell.metadata.nbgrader["checksum"] = checksum
        if key in self.locked and compute_checksum(cell) != checksum:
            cell.source = text

    def save(self, student: str, notebook) -> None:
        """Write the rows, then the notebook: a notebook that is there has its grades."""
        names = {"assignment": self.parts.name, "notebook": self.parts.name, "student": student}
        resources = {"nbgrader": {**names, "db_url": self.course.db_url}}
        for step in self.steps:
            notebook, _ = step(notebook, resources)
        self.save_rows(student, notebook)
        if self.book.find_submission(self.parts.name, student).total_seconds_late > 0:
            self.late(notebook, resources)
        self.save_files(student, notebook)

    def save_rows(self, student: str, notebook) -> None:
        """Write points and comments in one transaction."""
        name = self.parts.name
        said = submissions.handed_in(self.course, name, student)
        late = minutes_late(said and said.utc, self.due and self.due.utc)
        notebook.metadata["grading"] |= {
            "handed_in": said.utc.isoformat() if said else None,
            "minutes_late": late,
        }
        self.book.update_or_create_student(student)
        with self.book.db.no_autoflush:  # nbgrader builds the rows of a new one piece by piece
            self.book.update_or_create_submission(
                name, student, timestamp=said.naive() if said else None
            )
        submitted = self.book.find_submission_notebook(name, name, student)
        submitted.late_submission_penalty = None
        cells = {anatomy.grade_id(cell): cell for cell in notebook.cells}
        for kind, write in ((Grade, score), (Comment, self.comment(notebook))):
            rows = self.book.db.query(kind).filter(kind.notebook_id == submitted.id)
            for row in rows:
                if self.names.get(row.cell_id) in cells:
                    write(row, cells[self.names[row.cell_id]])
        self.book.db.commit()

    def comment(self, notebook):
        """Return what writes the automatic comment of a cell."""
        return lambda row, cell: comment_on(row, cell, notebook.metadata["grading"])

    def save_files(self, student: str, notebook) -> None:
        """Write the autograded notebook in one step, and what lay beside the submission."""
        name = self.parts.name
        place = self.course.notebook("autograded", name, student)
        place.parent.mkdir(parents=True, exist_ok=True)
        for folder in ("submitted", "source"):
            origin = self.course.folder(folder, name, student if folder == "submitted" else ".")
            for relative, path in beside.paths(origin).items():
                target = place.parent / relative
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        new = place.with_suffix(".new")
        new.write_text(nbformat.versions[4].writes_json(notebook), encoding="utf-8")
        os.replace(new, place)


def score(row: Grade, cell) -> None:
    """Write the points of a cell; a person's own stay, for review."""
    row.auto_score, _ = determine_grade(cell, LOG)
    row.needs_manual_grade = row.manual_score is not None or row.auto_score is None
