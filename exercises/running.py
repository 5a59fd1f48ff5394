"""Run a notebook's code cells without Jupyter: quietly, one by one, no longer than is allowed."""

from __future__ import annotations

import contextlib
import io
import re
import signal

_MAGIC = re.compile(r"^(\s*)[%!].*$", re.MULTILINE)
TIMERS = {"ITIMER_REAL": "SIGALRM", "ITIMER_VIRTUAL": "SIGVTALRM"}


class TimeIsOver(BaseException):
    """Raised inside a cell; not an Exception, which the student's code might catch."""


def _stop(*_):
    raise TimeIsOver


@contextlib.contextmanager
def time_limit(seconds: float, timer: str = "ITIMER_REAL"):
    """Raise `TimeIsOver` inside the block after so many seconds, where the system has timers."""
    if not hasattr(signal, timer):  # Windows, a browser
        yield
        return
    number = getattr(signal, TIMERS[timer])
    before = signal.signal(number, _stop)
    signal.setitimer(getattr(signal, timer), seconds)
    try:
        yield
    finally:
        signal.setitimer(getattr(signal, timer), 0)
        signal.signal(number, before)


def run(source: str, namespace: dict, seconds: float, timer: str = "ITIMER_REAL"):
    """Execute one cell.

    Parameters
    ----------
    source : str
        The cell's code; lines that only Jupyter understands (``%…``, ``!…``) are passed over.
    namespace : dict
        Its names, which stay for the next cell.
    seconds : float
        How long it may run, by the clock (``"ITIMER_REAL"``) or in CPU time (``"ITIMER_VIRTUAL"``).

    Returns
    -------
    BaseException or None
        What stopped the cell.
    """
    silence, noise = io.StringIO(), io.StringIO()
    try:
        with (
            contextlib.redirect_stdout(silence),
            contextlib.redirect_stderr(noise),
            time_limit(seconds, timer),
        ):
            exec(compile(_MAGIC.sub(r"\1pass", source), "<cell>", "exec"), namespace)
    except BaseException as error:
        return error
    return None
