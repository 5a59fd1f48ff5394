"""A course folder as nbgrader knows it: its settings, its paths and its converters."""

from __future__ import annotations

import glob
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from .anatomy import Anatomy, read
from .clock import Clock, Moment
from .refusal import RefusalError, unknown_assignment

EXERCISES = Path(__file__).resolve().parent.parent
ROOT = EXERCISES.parent
SETTINGS = "nbgrader_config.py"


@dataclass(frozen=True)
class Course:
    """One folder with source, release, submitted, autograded, feedback and a gradebook."""

    root: Path
    config: Config
    settings: Path

    @classmethod
    def at(cls, folder: Path) -> Course:
        """Open a course folder; one without settings of its own takes those of exercises/."""
        root = Path(folder).resolve()
        if not root.is_dir():
            raise RefusalError(
                "course folder",
                "there is no such folder",
                "그런 폴더가 없습니다.",
                given=folder,
                expected="a folder that holds source/ / source/ 가 있는 폴더",
                fix="--course exercises",
            )
        settings = (root if (root / SETTINGS).exists() else EXERCISES) / SETTINGS
        config = PyFileConfigLoader(SETTINGS, path=str(settings.parent)).load_config()
        config.CourseDirectory.root = str(root)
        return cls(root, config, settings)

    def directory(self, assignment: str = "", student: str = "*", **traits) -> CourseDirectory:
        """Return nbgrader's own description of the folder, narrowed to one student."""
        found = CourseDirectory(config=self.config)
        found.assignment_id = assignment
        found.notebook_id = assignment or "*"
        found.student_id = student if student == "*" else glob.escape(student)
        for name, value in traits.items():
            setattr(found, name, value)
        return found

    def converter(self, kind, assignment: str, student: str = "*", **traits):
        """Return one of nbgrader's converters for this folder; it replaces what it made before."""
        coursedir = self.directory(assignment, student, **traits)
        return kind(coursedir=coursedir, config=self.config, force=True)

    @property
    def db_url(self) -> str:
        """The address of the gradebook."""
        return self.directory().db_url

    def folder(self, step: str, assignment: str = ".", student: str = ".") -> Path:
        """Return one step's folder ('source', 'release', 'submitted', 'autograded', 'feedback')."""
        coursedir = self.directory()
        name = getattr(coursedir, f"{step}_directory", step)
        return Path(coursedir.format_path(name, student, assignment))

    def notebook(self, step: str, assignment: str, student: str = ".") -> Path:
        """Return the place of an assignment's notebook in one step."""
        return self.folder(step, assignment, student) / f"{assignment}.ipynb"

    @property
    def exports(self) -> Path:
        """Where the CSV and the log go."""
        return self.root / "exports"

    def assignments(self) -> list[str]:
        """Return the names of all assignments that have a source."""
        names = (path.parent.name for path in self.folder("source").glob("*/*.ipynb"))
        return sorted({name for name in names if self.notebook("source", name).exists()})

    def choose(self, name: str | None) -> list[str]:
        """Return the named assignment, or all; refuse an unknown name and an empty course."""
        known = self.assignments()
        if not known or (name and name not in known):
            where = self.folder("source").name
            raise unknown_assignment(name or "(all)", known, where)
        return [name] if name else known

    def deadline(self, assignment: str) -> Moment | None:
        """Return when an assignment is due: the settings' word, else the gradebook's."""
        said = Clock(config=self.config).due(assignment)
        if said:
            return said
        with Gradebook(self.db_url) as gradebook:
            try:
                due = gradebook.find_assignment(assignment).duedate
            except MissingEntry:
                return None
        return Moment(due.replace(tzinfo=UTC), True) if due else None

    def anatomy(self, assignment: str) -> Anatomy:
        """Return what an assignment consists of."""
        return read(self.notebook("source", assignment))
