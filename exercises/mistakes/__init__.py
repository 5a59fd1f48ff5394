"""Known mistakes: wrong functions that learners really write, and what to tell them.

The same functions prove that an assignment's tests can see each mistake, and name a student's
mistake afterwards: whoever computes what a known-wrong function computes has its mistake.
One module for each assignment; `known.py` says what a mistake is, `outcomes.py` how calls compare.
"""

from __future__ import annotations

from . import unfolding
from .known import Finding, Question

ASSIGNMENTS: dict[str, dict[str, Question]] = {"02-unfolding": unfolding.QUESTIONS}

__all__ = ["ASSIGNMENTS", "Finding", "Question", "diagnose"]


def diagnose(assignment: str, question: str, function) -> Finding | None:
    """Name the mistake in a student's function, if it is a known one.

    Parameters
    ----------
    assignment, question : str
        For example ``"02-unfolding"`` and the grade id ``"02-step"``.
    function : callable
        The student's function. It may do anything but run for ever: the caller limits the time.

    Returns
    -------
    Finding or None
        None for a correct function, an unknown mistake, an unknown question. Never an exception.
    """
    try:
        return ASSIGNMENTS[assignment][question].diagnose(function)
    except (Exception, SystemExit):  # a student's objects may raise wherever they are touched
        return None
