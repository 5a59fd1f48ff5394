"""``python -m exercises.check 02-unfolding.ipynb``: what a student can know before handing in.

Runs the notebook from top to bottom as `nbgrader validate` does, without Jupyter and without a
server, and says in the student's language which visible tests pass, what the others ask to look at
again, and which known mistake a function makes. It looks at functions with inputs that everybody
may know; what is tested after handing in stays open.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from pathlib import Path

import nbformat

from .grader.anatomy import grade_id, is_solution, is_test
from .grader.refusal import RefusalError
from .grader.words import language_of_notebook
from .mistakes import ASSIGNMENTS, Question, diagnose
from .running import TimeIsOver, run
from .told import WORDS, Report, lines

CELL_SECONDS, SLOW_SECONDS, DIAGNOSIS_SECONDS = 10, 1, 10


def read(path: Path):
    """Return a student's notebook and the name of its assignment.

    Raises
    ------
    RefusalError
        If it is no notebook, or none of an assignment that is known here.
    """
    expected = "NN-name.ipynb"
    try:
        notebook = nbformat.read(path, as_version=4)
        name = assignment_of(notebook)
    except OSError as error:
        what, ko = "the file can't be read", "파일을 읽을 수 없습니다."
        fix = f"python -m exercises.check {expected}"
        raise RefusalError(
            str(path), what, ko, given=error.strerror, expected=expected, fix=fix
        ) from None
    except Exception as error:  # nbformat raises many kinds
        what, ko = "the file is not a notebook", "노트북이 아닙니다."
        fix = "open it in Jupyter and save it / Jupyter에서 열어 저장하세요"
        given = str(error).split("\n")[0][:100]
        raise RefusalError(
            str(path), what, ko, given=given, expected="nbformat 4", fix=fix
        ) from None
    if name in ASSIGNMENTS:
        return notebook, name
    raise RefusalError(
        str(path),
        "no cell of a known assignment is in the notebook",
        "알려진 과제의 셀이 없습니다.",
        given=name or "–",
        expected=", ".join(ASSIGNMENTS),
        fix="check the notebook that you got from your teacher / 받은 과제 노트북을 확인하세요",
    )


def assignment_of(notebook) -> str:
    """Return what its release says, else the assignment whose number the grade ids begin with."""
    said = notebook.metadata.get("course", {}).get("assignment")
    if said:
        return str(said)
    ids = [grade_id(cell) or "" for cell in notebook.cells]
    counts = {name: sum(one.startswith(name[:3]) for one in ids) for name in ASSIGNMENTS}
    best = max(counts, key=counts.get)
    return best if counts[best] else ""


def play(notebook, assignment: str, tell) -> None:
    """Run every code cell; `tell(kind, key, what)` is called as soon as something is known."""
    space: dict = {"__name__": "__main__", "display": lambda *_, **__: None}
    failed, slow = [], set()
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        key, question = grade_id(cell), cell.metadata.get("question", "")
        error = run(cell.source, space, SLOW_SECONDS if question in slow else CELL_SECONDS)
        if isinstance(error, TimeIsOver):
            slow.add(question or key)
        if is_test(cell):
            tell("test", key, (state_of(cell, assignment, error), said(error)))
            failed += [question] if error else []
        elif is_solution(cell) and error and not isinstance(error, NotImplementedError):
            tell("broken", key, said(error))
    for question in dict.fromkeys(failed):
        if question not in slow and isinstance(ASSIGNMENTS[assignment].get(question), Question):
            inner = {"ask": diagnose, "space": space, "found": ()}
            run(f"found = ask({assignment!r}, {question!r}, space)", inner, DIAGNOSIS_SECONDS)
            tell("finding", question, list(inner["found"]))


def state_of(cell, assignment: str, error) -> str:
    """Return 'failed', 'passed', or 'later' where what is tested is not in the student's notebook.

    Whether a predicted value is right is no visible test: only its form is.
    """
    if error:
        return "failed"
    asked = ASSIGNMENTS[assignment].get(cell.metadata.get("question", ""))
    return "passed" if "assert" in cell.source and isinstance(asked, Question) else "later"


def said(error: BaseException | None) -> str:
    """Return what an exception says: an assertion's own words, or type and words."""
    if error is None:
        return ""
    if isinstance(error, TimeIsOver):
        return " / ".join(WORDS["timeout"])
    try:
        words = str(error)
    except Exception:  # a student's exception may refuse even that
        words = ""
    name = type(error).__name__
    return words or name if isinstance(error, AssertionError) else f"{name}: {words}".rstrip(": ")


def check(notebook, assignment: str) -> Report:
    """Run a notebook, in a process of its own where the system has `fork`, and collect the news."""
    report = Report()
    if "fork" not in multiprocessing.get_all_start_methods() or sys.platform == "emscripten":
        play(notebook, assignment, report.hear)
        return report
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=student, args=(notebook, assignment, writer), daemon=True)
    process.start()
    writer.close()
    try:
        while (news := reader.recv()) is not None:
            report.hear(*news)
    except EOFError:
        report.died = True
    finally:
        process.kill()
        process.join()
    return report


def student(notebook, assignment: str, writer) -> None:
    """Play a notebook in this process, which nobody hears and which gets no input."""
    for stream, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        os.dup2(os.open(os.devnull, mode), stream)
    play(notebook, assignment, lambda *news: writer.send(news))
    writer.send(None)


def main(argv: list[str] | None = None) -> int:
    """Check one notebook; 0 if all visible tests pass, 1 if not, 2 if there is nothing to check."""
    parser = argparse.ArgumentParser(prog="python -m exercises.check", description=__doc__)
    parser.add_argument("notebook", type=Path, help="your notebook / 과제 노트북")
    parser.add_argument("--language", choices=("ko", "en"))
    options = parser.parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    try:
        notebook, assignment = read(options.notebook)
    except RefusalError as refusal:
        print(refusal, file=sys.stderr)
        return 2
    report = check(notebook, assignment)
    language = options.language or language_of_notebook(notebook)
    print(assignment, *lines(notebook, report, language), sep="\n")
    return int(report.failed)


if __name__ == "__main__":
    sys.exit(main())
