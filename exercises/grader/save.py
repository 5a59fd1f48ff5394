"""Save the grades as nbgrader does, and say beside each answer what was found."""

from __future__ import annotations

from nbgrader.preprocessors import SaveAutoGrades

from . import anatomy
from .probe import named
from .words import word


class SaveGrades(SaveAutoGrades):
    """Writes the diagnosis into the automatic comment; a person's comment stays above it."""

    def preprocess(self, nb, resources):
        self.grading = nb.metadata.get("grading", {})
        return super().preprocess(nb, resources)

    def _add_comment(self, cell, resources):
        super()._add_comment(cell, resources)
        key = anatomy.grade_id(cell)
        language = self.grading.get("language", "en")
        comment = self.gradebook.find_comment(
            key, self.notebook_id, self.assignment_id, self.student_id
        )
        findings = self.grading.get("findings", {}).get(key)
        if comment.auto_comment is not None:
            comment.auto_comment = word("no_answer", language)
        elif findings:
            comment.auto_comment = named(findings, language)
        self.gradebook.db.commit()
