"""The page that a student gets back; nbgrader's generate_feedback writes it.

Everything is text that the template escapes. No script is in it, and the page forbids all.
"""

from __future__ import annotations

from pathlib import Path

import jinja2
import nbformat
from markupsafe import Markup, escape
from nbconvert.exporters import Exporter
from nbgrader.utils import compute_checksum, is_grade, is_solution
from traitlets import Unicode, default

from . import anatomy, shown
from .chapters import chapter_of
from .words import language_of_notebook, word

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def number(points: float | None) -> str:
    """Write points without a needless '.0'; what is missing is a dash."""
    return "–" if points is None else f"{points:g}"


def prose(text: str) -> Markup:
    """Escape a text, and set what stands between backticks as code."""
    parts = [escape(part) for part in text.split("`")]
    if len(parts) % 2 == 0:  # an open backtick is a backtick
        return escape(text)
    marked = [
        part if i % 2 == 0 else Markup(f"<code>{part}</code>") for i, part in enumerate(parts)
    ]
    return Markup("").join(marked)


def page(name: str, language: str, **parts) -> str:
    """Fill a template of this folder."""
    template = _TEMPLATES.get_template(name)
    return template.render(
        language=language,
        word=lambda key: word(key, language),
        number=number,
        prose=prose,
        **parts,
    )


class FeedbackExporter(Exporter):
    """Turns an autograded notebook with its grades into a page in the student's language."""

    book = Unicode("", help="Where the book is published; empty: beside this course.").tag(
        config=True
    )

    @default("file_extension")
    def _file_extension_default(self):
        return ".html"

    def from_notebook_node(self, nb, resources=None, **kwargs):
        nb, resources = super().from_notebook_node(nb, resources, **kwargs)
        names, coursedir = resources["nbgrader"], self.parent.coursedir
        folder = Path(coursedir.format_path(coursedir.source_directory, ".", names["assignment"]))
        source = nbformat.read(folder / f"{names['notebook']}.ipynb", as_version=4)
        self.assignment = anatomy.of_notebook(source, names["notebook"])
        self.secrets = self.assignment.secrets
        self.language = language_of_notebook(nb)
        place = Path(coursedir.format_path(coursedir.feedback_directory, names["student"], "."))
        self.beside = place.resolve() / names["assignment"]
        return self.render(nb, names), resources

    def render(self, nb, names) -> str:
        """Return the page."""
        answers = [cell for cell in nb.cells if not is_locked_test(cell)]
        self.own = "\n".join(cell.source for cell in answers if cell.cell_type == "code")
        questions = [self.question(nb, one) for one in self.assignment.questions]
        points = [one["given"] for one in questions]
        known = [one for one in points if one is not None]
        grading = nb.metadata["grading"]
        return page(
            "feedback.html.j2",
            self.language,
            assignment=names["assignment"],
            student=names["student"],
            questions=questions,
            given=sum(known) - grading.get("penalty", 0) if known else None,
            points=sum(one.points for one in self.assignment.questions),
            waiting=None in points,
            grading=grading,
            other=self.other_cells(nb),
        )

    def question(self, nb, one: anatomy.Question) -> dict:
        """Collect what the page says about one question."""
        cells = {anatomy.grade_id(cell): cell for cell in nb.cells}
        answer, findings = cells.get(one.id), nb.metadata["grading"]["findings"].get(one.id, [])
        index = nb.cells.index(answer) if answer else 0
        tests = [self.test(cells[test.id], test) for test in one.tests if test.id in cells]
        worth = [test["given"] for test in tests]
        if one.by_hand is not None and answer:
            worth.append(answer.metadata.nbgrader.get("given"))
        return {
            "id": one.id,
            "title": shown.title_before(nb.cells, index),
            "given": None if None in worth or not worth else sum(worth),
            "points": one.points,
            "tests": tests,
            "findings": [
                {**found, "link": chapter_of(found["link"], self.language, self.book, self.beside)}
                for found in findings
            ],
            "code": answer is None or answer.cell_type == "code",
            "answer": answer.source if answer and is_answered(answer) else "",
            "outputs": self.outputs(answer) if answer else [],
            "comment": answer.metadata.nbgrader.get("by_hand") if answer else None,
        }

    def test(self, cell, test: anatomy.Test) -> dict:
        """Say whether a test passed, and if not, why."""
        errors = [one for one in cell.outputs if one.output_type == "error"]
        error = errors[-1] if errors else None  # after an interruption the last one names it
        why = shown.message(test, error, self.secrets, self.own, self.language) if error else ""
        return {
            "idea": shown.idea(test, self.language),
            "hidden": test.hidden,
            "passed": error is None,
            "why": why,
            "given": cell.metadata.nbgrader.get("given"),
            "points": test.points,
        }

    def outputs(self, cell) -> list[dict]:
        """Return what a cell of the student printed."""
        return shown.outputs_of(cell, self.secrets, self.own, self.language)

    def other_cells(self, nb) -> list[dict]:
        """Return the student's own code cells: those that the assignment does not hold."""
        given = {cell.source.strip() for cell in self.assignment.cells.values()}
        given |= self.assignment.plain
        cells = [
            cell
            for cell in nb.cells
            if cell.cell_type == "code" and cell.source.strip() and not anatomy.grade_id(cell)
        ]
        return [
            {"source": cell.source, "outputs": self.outputs(cell)}
            for cell in cells
            if cell.source.strip() not in given
        ]


def is_answered(cell) -> bool:
    """Tell whether a student changed what was released."""
    return cell.metadata.nbgrader.get("checksum") != compute_checksum(cell)


def is_locked_test(cell) -> bool:
    """Tell whether a cell is a test of the assignment, whose text is not the student's."""
    return is_grade(cell) and not is_solution(cell)
