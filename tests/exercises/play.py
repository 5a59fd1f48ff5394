"""Play notebooks in a process of their own: `python -m tests.exercises.play < jobs > results`.

A job is one student's notebook as a list of cells. Each job runs in a fork of this process, with
a limit on the CPU time of each cell, so an endless loop costs the cell and not the tests.
NumPy and rnnkit are imported once, before the first fork.
"""

from __future__ import annotations

import io
import itertools
import json
import multiprocessing
import sys

import numpy as np

from exercises import mistakes, running  # brings NumPy and rnnkit, once, before the first fork
from tests.exercises import styles

CELL_SECONDS = 0.4  # CPU time of one cell
JOB_SECONDS = 240.0  # wall time of one notebook
TIME_IS_OVER = "time is over"
PACKAGE = f"{mistakes.__name__}."


def run(source: str, namespace: dict) -> str:
    """Execute one cell; return '' or what stopped it."""
    error = running.run(source, namespace, CELL_SECONDS, "ITIMER_VIRTUAL")
    if isinstance(error, running.TimeIsOver):
        return TIME_IS_OVER
    return f"{type(error).__name__}: {error}" if error is not None else ""


def test(cell: dict, namespace: dict, names: dict) -> dict:
    """Run one test cell, and the cell without each of its assertions, in copies of the names.

    What a test defines stays in the namespace, as in a kernel; what a variant defines does not.
    """
    before = {**namespace, **names}
    said = run(cell["source"], {**before} if names else namespace)
    earns_without = []
    for pairs in cell["variants"] if said not in ("", TIME_IS_OVER) else []:
        earns_without.append(
            any(run(whole, {**before}) and not run(less, {**before}) for whole, less in pairs)
        )
    loose = {**before, "equal": loosened(before["equal"])} if "equal" in before else before
    earns_when_loose = bool(said) and not run(cell["source"], loose)
    return {"said": said, "earns_without": earns_without, "earns_when_loose": earns_when_loose}


def loosened(equal):
    """Return an assignment's comparison with a tolerance that is too large."""

    def nearly(one, other):
        same = np.shape(one) == np.shape(other)
        return equal(one, other) or (same and bool(np.allclose(one, other, atol=0.05)))

    return nearly


def play(job: dict) -> dict:
    """Run a notebook from top to bottom; then ask for its mistakes."""
    namespace: dict = {"__name__": "__main__"}
    found: dict = {"other": {}, "tests": {}, "mistakes": {}}
    for cell in job["cells"]:
        if cell["kind"] == "test":
            found["tests"][cell["id"]] = test(cell, namespace, {})
        else:
            found["other"][cell["id"]] = run(cell["source"], namespace)
    found["findings"] = findings(job, namespace)
    if job["with_mistakes"]:
        found["mistakes"] = with_mistakes(job, namespace)
        found["styles"] = with_styles(job, namespace)
    return found


def findings(job: dict, namespace: dict) -> dict[str, list[str]]:
    """Return the codes that are named for each question; '' says where it first differs."""
    codes = {}
    for question in mistakes.ASSIGNMENTS[job["assignment"]]:
        inner = {"diagnose": mistakes.diagnose, "student": namespace, "found": ()}
        run(f"found = diagnose({job['assignment']!r}, {question!r}, student)", inner)
        codes[question] = [finding.code for finding in inner["found"]]
    return codes


def with_mistakes(job: dict, namespace: dict) -> dict:
    """Run each question's tests on its known-wrong functions, its right one, and lazy ones."""
    found: dict = {}
    questions = mistakes.ASSIGNMENTS[job["assignment"]]
    for known in questions.values():
        forward(getattr(known, "stand_ins", {}), namespace)
    for question, known in questions.items():
        wrong = {name: answer for name, (answer, _) in known.wrong_answers.items()}
        for name, names in (wrong | others(known.right_answer)).items():
            found[f"{question}: {name}"] = {
                cell["id"]: test(cell, namespace, names)
                for cell in job["cells"]
                if cell["question"] == question
            }
    return found


def with_styles(job: dict, namespace: dict) -> dict:
    """Run each question's tests on right functions in other styles."""
    found: dict = {}
    for question, functions in styles.written(job["assignment"]).items():
        known = mistakes.ASSIGNMENTS[job["assignment"]][question]
        for number, function in enumerate(functions, start=1):
            for name in known.stand_ins.keys() & vars(sys.modules[function.__module__]):
                setattr(sys.modules[function.__module__], name, call_by_name(namespace, name))
            found[f"{question}: {number} {function.__name__}"] = {
                cell["id"]: test(cell, namespace, {known.function: function})
                for cell in job["cells"]
                if cell["question"] == question
            }
    return found


def others(right: dict) -> dict[str, dict]:
    """Return the right answer, one whose numbers are rough, and two that compute nothing."""
    kinds = {"(right)": lambda value: value, "(rough)": rough, "(zeros)": zeros}
    made = {
        kind: {name: change(value) for name, value in right.items()}
        for kind, change in kinds.items()
    }
    return made | {"(nothing)": dict.fromkeys(right, nothing)}


def nothing(*_):
    """Return nothing, as a function that somebody has only begun."""


def zeros(right):
    """Return a function whose results have the right shapes and nothing else."""
    return with_results(right, np.zeros_like)


def rough(right):
    """Return a function whose results are a little off, and by another little at each call."""
    calls = itertools.count(1)
    return with_results(right, lambda array: array + 0.003 * np.sin(next(calls)))


def with_results(right, change):
    """Return a function that changes what another one returns; a plain value is changed alone."""

    def changed(*given):
        found = right(*given)
        several = isinstance(found, tuple)
        return tuple(map(change, found)) if several else change(found)

    if callable(right):
        return changed
    return tuple(change(np.array(right))) if isinstance(right, tuple) else change(np.array(right))


def call_by_name(namespace: dict, name: str):
    """Return a function that calls whatever stands under a name just then."""
    return lambda *given: namespace[name](*given)


def forward(stand_ins: dict, namespace: dict) -> None:
    """Let known-wrong functions call the notebook's own functions, which a test may replace."""
    modules = [vars(one) for name, one in sys.modules.items() if name.startswith(PACKAGE)]
    for name, function in stand_ins.items():
        for space in modules:
            for key in [key for key, value in space.items() if value is function]:
                space[key] = call_by_name(namespace, name)


def in_a_fork(job: dict, context) -> dict | None:
    """Play a job in a fork; None when it died or took too long."""
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=lambda: writer.send(play(job)))
    process.start()
    writer.close()
    try:
        return reader.recv() if reader.poll(JOB_SECONDS) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()


if __name__ == "__main__":
    jobs = json.load(sys.stdin)
    sys.stdin = io.StringIO()  # a cell that asks for input gets none
    fork = multiprocessing.get_context("fork")
    json.dump({name: in_a_fork(job, fork) for name, job in jobs.items()}, sys.stdout)
