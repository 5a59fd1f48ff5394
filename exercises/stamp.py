"""Renew the stamps of an assignment's twins after a person has read both: ``stamp ASSIGNMENT``.

Like `make stamp` for a chapter, but what nbgrader knows about the cells stays in the notebook.
"""

from __future__ import annotations

import difflib
import json
import sys
from pathlib import Path

from book.cells import cells_of_notebook, write_notebook
from book.problems import report
from book.stamp import fresh_stamps, show_stale
from book.twins import find_problems

SOURCE = Path(__file__).resolve().parent / "source"


def find_source(name: str) -> Path:
    """Return an assignment's source notebook.

    Raises
    ------
    LookupError
        If there is none of this name; the message names the nearest one.
    """
    known = sorted(path.parent.name for path in SOURCE.glob("*/*.ipynb"))
    if name in known:
        return SOURCE / name / f"{name}.ipynb"
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
    raise LookupError(
        f"{name or '(nothing)'}: no such assignment / 그런 과제가 없습니다. "
        f"Did you mean / 혹시 {near[0] if near else '?'}?"
    )


def stamp(path: Path) -> int:
    """Stamp one notebook, unless its twins differ in more than their stamps; return the status."""
    problems = find_problems(path)
    others = [problem for problem in problems if not problem.stale]
    if others:
        print(report(others))
        print("nothing stamped / 도장을 찍지 않았습니다.")
        return 1
    show_stale(path, problems)
    notebook, stamps = json.loads(path.read_text(encoding="utf-8")), fresh_stamps(path)
    for cell, known in zip(notebook["cells"], cells_of_notebook(notebook), strict=True):
        if known.id in stamps:
            cell["metadata"]["twin"] = stamps[known.id]
    write_notebook(path, notebook)
    print(f"{len(problems)} stamp(s) renewed / 도장 {len(problems)}개 갱신")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(stamp(find_source(" ".join(sys.argv[1:]))))
    except LookupError as error:
        print(error.args[0])
        sys.exit(2)
