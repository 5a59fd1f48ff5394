"""Noise costs no points: what a test cell prints or evaluates to is taken away before the grade.

nbgrader scores any text on stderr as zero, and reads a number on the last line as partial credit.
A test here passes when it ends without an exception, and in no other way.
"""

from __future__ import annotations

from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution


class ForgiveNoise(NbGraderPreprocessor):
    """Keep only the errors of test cells."""

    def preprocess_cell(self, cell, resources, cell_index):
        if cell.cell_type == "code" and is_grade(cell) and not is_solution(cell):
            cell.outputs = [one for one in cell.outputs if one.output_type == "error"]
        return cell, resources
