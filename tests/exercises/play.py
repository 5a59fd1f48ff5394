"""Play notebooks in a process of their own: `python -m tests.exercises.play < jobs > results`.

A job is one student's notebook as a list of cells. Each job runs in a fork of this process, with
a limit on the CPU time of each cell, so an endless loop costs the cell and not the tests.
NumPy and rnnkit are imported once, before the first fork.
"""

from __future__ import annotations

import contextlib
import io
import json
import multiprocessing
import signal
import sys

import numpy as np

from exercises import mistakes  # brings NumPy and rnnkit, once, before the first fork

CELL_SECONDS = 0.4  # CPU time of one cell
JOB_SECONDS = 30.0  # wall time of one notebook
TIME_IS_OVER = "time is over"
PACKAGE = f"{mistakes.__name__}."


class TimeIsOver(BaseException):
    """Raised inside a cell; not an Exception, which the student's code might catch."""


def time_is_over(*_):
    raise TimeIsOver


def run(source: str, namespace: dict) -> str:
    """Execute one cell; return '' or what stopped it."""
    silence = contextlib.redirect_stdout(io.StringIO())
    noise = contextlib.redirect_stderr(io.StringIO())
    signal.setitimer(signal.ITIMER_VIRTUAL, CELL_SECONDS)
    try:
        with silence, noise:
            exec(compile(source, "<cell>", "exec"), namespace)
    except TimeIsOver:
        return TIME_IS_OVER
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


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
    return {"said": said, "earns_without": earns_without}


def play(job: dict) -> dict:
    """Run a notebook from top to bottom; then ask for its mistakes."""
    signal.signal(signal.SIGVTALRM, time_is_over)
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
    return found


def findings(job: dict, namespace: dict) -> dict[str, str | None]:
    """Return the code that is named for each question, or None."""
    codes = {}
    for question, function in job["functions"].items():
        inner = {"diagnose": mistakes.diagnose, "student": namespace.get(function), "found": None}
        run(f"found = diagnose({job['assignment']!r}, {question!r}, student)", inner)
        codes[question] = inner["found"] and inner["found"].code
    return codes


def with_mistakes(job: dict, namespace: dict) -> dict:
    """Run each question's tests on its known-wrong functions, its right one, and lazy ones."""
    found: dict = {}
    questions = mistakes.ASSIGNMENTS[job["assignment"]]
    for known in questions.values():
        forward(known.stand_ins, namespace)
    for question, known in questions.items():
        functions = {one.name: one.function for one in known.mistakes}
        functions |= {"(right)": known.right, "(zeros)": zeros(known.right), "(nothing)": nothing}
        for name, function in functions.items():
            names = {job["functions"][question]: function}
            found[f"{question}: {name}"] = {
                cell["id"]: test(cell, namespace, names)
                for cell in job["cells"]
                if cell["question"] == question
            }
    return found


def nothing(*_):
    """Return nothing, as a function that somebody has only begun."""


def zeros(right):
    """Return a function whose results have the right shapes and nothing else."""

    def lazy(*given):
        found = right(*given)
        several = isinstance(found, tuple)
        return tuple(map(np.zeros_like, found)) if several else np.zeros_like(found)

    return lazy


def forward(stand_ins: dict, namespace: dict) -> None:
    """Let known-wrong functions call the notebook's own functions, which a test may replace."""
    modules = [vars(one) for name, one in sys.modules.items() if name.startswith(PACKAGE)]
    for name, function in stand_ins.items():
        for space in modules:
            for key in [key for key, value in space.items() if value is function]:
                space[key] = lambda *given, name=name: namespace[name](*given)


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
