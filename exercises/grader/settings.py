"""nbgrader's settings for this course, through its documented traits alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
)

from .book_links import BookLinks
from .execute import ExecuteAnswers
from .feedback import FeedbackExporter
from .forgive import ForgiveNoise
from .grades import ReadGrades
from .mend import MendCells
from .save import SaveGrades

CODE_STUB = "# 여기에 코드를 쓰세요 / YOUR CODE HERE\nraise NotImplementedError()"
TEXT_STUB = "여기에 답을 쓰세요 / YOUR ANSWER HERE"


def configure(c) -> None:
    """Put the repairs where nbgrader offers a place for them."""
    # nbgrader calls `alembic` by its bare name when it makes a gradebook
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    c.GenerateAssignment.preprocessors.insert(0, BookLinks)
    c.ClearSolutions.code_stub = {"python": CODE_STUB}
    c.ClearSolutions.text_stub = TEXT_STUB
    c.Autograde.sanitize_preprocessors = [
        MendCells,
        ClearOutput,
        DeduplicateIds,
        OverwriteKernelspec,
        OverwriteCells,
        CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        ExecuteAnswers,
        ForgiveNoise,
        IgnorePattern,
        ClearMetadataPreprocessor,
        LimitOutput,
        SaveGrades,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
    c.GenerateFeedback.preprocessors = [ReadGrades]
    c.GenerateFeedback.exporter_class = FeedbackExporter
