"""The diagnosis: inside the student's kernel, ask which known mistake a function makes.

The grader appends a cell to a copy of the executed notebook. Its answer travels as an output of
its own type and is read back as plain text.
"""

from __future__ import annotations

import signal
from pathlib import Path

MIME = "application/vnd.grader.findings+json"
ROOT = Path(__file__).resolve().parent.parent.parent


class TimeIsOver(BaseException):
    """Raised inside a student's function; not an Exception, which the function might catch."""


def source(assignment: str, questions: list[str], seconds: int, student: str) -> str:
    """Return the text of the cell that asks."""
    return (
        f"__import__('sys').path.append({str(ROOT)!r})\n"
        "__import__('exercises.grader.probe', fromlist=['probe']).probe("
        f"globals(), {assignment!r}, {questions!r}, {seconds}, {student!r})"
    )


def probe(
    namespace: dict, assignment: str, questions: list[str], seconds: int, student: str
) -> None:
    """Diagnose the answer to each question and display what was found."""
    import contextlib
    import io
    import warnings

    from IPython.display import display

    found = {}
    for question in questions:
        silence = contextlib.redirect_stdout(io.StringIO())
        noise = contextlib.redirect_stderr(io.StringIO())
        with silence, noise, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            findings = within(seconds, ask, assignment, question, namespace, student)
        if findings:
            found[question] = findings
    display({MIME: found, "text/plain": ""}, raw=True)


def ask(assignment: str, question: str, namespace: dict, student: str) -> list[dict]:
    """Return the findings for one answer as plain data."""
    from dataclasses import asdict

    from exercises.mistakes import diagnose

    return [asdict(one) for one in diagnose(assignment, question, namespace, student)]


def named(findings: list[dict], language: str) -> str:
    """Return findings in one line."""
    return " ".join(f"{one['code']} {one['thought'][language]}".strip() for one in findings)


def within(seconds: int, call, *arguments):
    """Call a function; give None when it takes too long or raises."""

    def stop(*_):
        raise TimeIsOver

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        return call(*arguments)
    except (Exception, TimeIsOver, SystemExit):
        return None
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def findings_in(cell) -> dict[str, list[dict]]:
    """Read the answer back; whatever is not of the expected form is left out."""
    for output in reversed(cell.get("outputs", [])):
        found = output.get("data", {}).get(MIME)
        if isinstance(found, dict):
            return {
                key: [dict(value) for value in values if is_finding(value)]
                for key, values in found.items()
                if isinstance(values, list)
            }
    return {}


def is_finding(value) -> bool:
    """Tell whether a value has the form of a finding."""
    if not isinstance(value, dict) or not isinstance(value.get("code"), str):
        return False
    texts = (value.get("thought"), value.get("look_again"))
    right = all(isinstance(text, dict) and {"ko", "en"} <= set(text) for text in texts)
    return right and all(isinstance(one, str) for text in texts for one in text.values())
