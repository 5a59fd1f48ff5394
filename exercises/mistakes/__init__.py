"""Known mistakes: wrong answers that learners really give, and what to tell them.

The same functions prove that an assignment's tests can see each mistake, and name a student's
mistake afterwards: whoever computes what a known-wrong function computes has its mistake.
One package for each assignment; `known.py` and `prediction.py` say what a question is.
"""

from __future__ import annotations

from collections.abc import Mapping

from . import batching, cell, directions, flags, gru, lstm, masking, stacking, training, unfolding
from .finding import Finding
from .known import Question
from .prediction import Prediction

ASSIGNMENTS: dict[str, dict[str, Question | Prediction]] = {
    "01-one-cell": cell.QUESTIONS,
    "02-unfolding": unfolding.QUESTIONS,
    "03-batching": batching.QUESTIONS,
    "04-return-flags": flags.QUESTIONS,
    "05-gru": gru.QUESTIONS,
    "06-lstm": lstm.QUESTIONS,
    "07-stacking": stacking.QUESTIONS,
    "08-masking-and-state": masking.QUESTIONS,
    "09-bidirectional": directions.QUESTIONS,
    "10-training": training.QUESTIONS,
}

__all__ = ["ASSIGNMENTS", "Finding", "Prediction", "Question", "diagnose"]


def diagnose(
    assignment: str, question: str, namespace: Mapping, student: str = ""
) -> list[Finding]:
    """Name the mistakes in a student's answer to one question.

    Parameters
    ----------
    assignment, question : str
        For example ``"02-unfolding"`` and the grade id ``"02-step"``.
    namespace : mapping
        The student's names: functions may do anything but run for ever (the caller limits the
        time), values may be anything.
    student : str, optional
        Whose answer it is, where every student has sizes of their own.

    Returns
    -------
    list of Finding
        Empty for a correct answer, a value that is wrong in no known way, an unknown question.
        A function that is wrong in no known way has one finding without a code: it says where the
        function first differs from a correct one. Never an exception.
    """
    try:
        return ASSIGNMENTS[assignment][question].diagnose(namespace, student)
    except (Exception, SystemExit):  # a student's objects may raise wherever they are touched
        return []
