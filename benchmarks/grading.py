"""``python -m benchmarks.grading [--quick]``: how long a class takes, beside stock nbgrader.

Both grade the same submissions of the same source, one after the other on this machine, by the
commands that a teacher types; each has its own course folder and gradebook.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat

from benchmarks.grading_source import SOURCES

ROOT = Path(__file__).resolve().parent.parent
STOCK = """c = get_config()
c.CourseDirectory.root = {root!r}
c.ExecutePreprocessor.timeout = 120
"""
OURS = """load_subconfig({settings!r})
"""


@dataclass(frozen=True)
class Run:
    """One command: seconds, and the largest memory in MB of all its processes (0: not measured)."""

    seconds: float
    memory: list[float]


def course(folder: Path, name: str, settings: str, students: int) -> Path:
    """Make a course folder in which so many students handed in the source's own solution."""
    source = folder / "source" / name / f"{name}.ipynb"
    source.parent.mkdir(parents=True)
    notebook = SOURCES[name]()
    nbformat.write(notebook, source)
    (folder / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    answer = nbformat.from_dict(notebook)
    for cell in answer.cells:
        cell.source = re.sub(r"^ *### (BEGIN|END) SOLUTION *\n?", "", cell.source, flags=re.M)
        cell.source = re.sub(
            r"### BEGIN HIDDEN.*?### END HIDDEN TESTS", "", cell.source, flags=re.S
        )
    for number in range(students):
        place = folder / "submitted" / f"student{number:03}" / name / f"{name}.ipynb"
        place.parent.mkdir(parents=True)
        nbformat.write(answer, place)
    return folder


def run(words: list[str], folder: Path, watch: bool = False) -> Run:
    """Run a command to its end."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    start, memory = time.perf_counter(), []
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(words, cwd=folder, env=environment, stdout=said, stderr=said)
        if watch:
            threading.Thread(target=sample, args=(process, memory), daemon=True).start()
        if process.wait():
            said.seek(0)
            raise SystemExit(said.read().decode(errors="replace")[-3000:])
    return Run(time.perf_counter() - start, memory)


def sample(process: subprocess.Popen, memory: list[float]) -> None:
    """Note the memory of a process and all below it, four times a second; Linux only."""
    while process.poll() is None:
        memory.append(sum(map(proportional, below(process.pid))) / 1024)
        time.sleep(0.25)


def below(process: int) -> list[int]:
    """Return a process and its descendants."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(one for child in children for one in below(int(child)))]


def proportional(process: int) -> int:
    """Return a process' share of memory in kB: what is shared counts once."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def stock(folder: Path, name: str, students: int) -> Run:
    """Grade by plain nbgrader."""
    root = course(folder, name, STOCK.format(root=str(folder)), students)
    run([sys.executable, "-m", "nbgrader", "generate_assignment", name], root)
    return run([sys.executable, "-m", "nbgrader", "autograde", name], root)


def ours(folder: Path, name: str, students: int, jobs: int, watch: bool = False) -> Run:
    """Grade by this project, sandboxed and saving."""
    settings = str(ROOT / "exercises" / "nbgrader_config.py")
    root = course(folder, name, OURS.format(settings=settings), students)
    grader = [sys.executable, "-m", "exercises.grader"]
    run([*grader, "release", name, "--course", str(root)], ROOT)
    words = [*grader, "autograde", name, "--course", str(root), "--jobs", str(jobs)]
    return run(words, ROOT, watch)


def row(name: str, few: int, many: int, place: Path) -> list[str]:
    """Measure one assignment: stock, one worker, two workers."""
    slow = stock(place / f"{name}-stock", name, few).seconds / few
    one = ours(place / f"{name}-1", name, many, 1).seconds / many
    two = ours(place / f"{name}-2", name, many, 2).seconds / many
    times = [f"{slow:.2f}", f"{one:.3f}", f"{slow / one:.1f}", f"{two:.3f}", f"{one / two:.2f}"]
    return [name, str(few), str(many), *times]


def flat(name: str, students: int, place: Path) -> str:
    """Grade many students and say how memory went."""
    found = ours(place / "many", name, students, 1, watch=True)
    quarter = len(found.memory) // 4
    early, late = max(found.memory[quarter : 2 * quarter]), max(found.memory[-quarter:])
    return (
        f"{students} students of {name}: {found.seconds:.0f} s; at most {early:.0f} MB in the "
        f"second quarter, {late:.0f} MB in the last"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grading", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few students, no memory")
    parser.add_argument("--only", choices=list(SOURCES), help="one assignment")
    options = parser.parse_args()
    head = ["assignment", "stock n", "ours n", "stock s", "ours s", "ratio", "2 jobs s", "speed-up"]
    lines = [head]
    place = Path(tempfile.mkdtemp(prefix="bench-grading-"))
    sizes = {name: (2, 6) if options.quick else (few, many) for name, few, many in SIZES}
    try:
        for name, (few, many) in sizes.items():
            if options.only in (None, name):
                lines.append(row(name, few, many, place))
        print("seconds for one student, the whole command divided by its students\n")
        widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
        for line in lines:
            print("  ".join(word.rjust(width) for word, width in zip(line, widths, strict=True)))
        if not options.quick and options.only in (None, "numpy"):
            print(flat("numpy", 300, place))
    finally:
        shutil.rmtree(place)


SIZES = [("numpy", 8, 40), ("tensorflow", 3, 20)]

if __name__ == "__main__":
    main()
