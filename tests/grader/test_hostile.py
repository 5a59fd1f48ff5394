"""The corpus as one class: every case gets its verdict, and the host notices nothing."""

from __future__ import annotations

import csv
import json
import os
import shutil
import socket
import sqlite3
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import pytest

from tests.grader.conftest import Class, grader, settle
from tests.grader.hostile import assignment, case

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bubblewrap is Linux'"),
]
CASES = case.load()
CANARY = "canary-4b1f0c9e"
NAME = assignment.NAME
by_name = pytest.mark.parametrize("name", CASES)


class Ears:
    """Listens where a student's code must not get."""

    def __init__(self, folder: Path):
        self.heard: list[bytes] = []
        self.port = self.listen(("127.0.0.1", 0)).getsockname()[1]
        self.listen(("127.0.0.1", self.port), kind=socket.SOCK_DGRAM)
        self.file = str(folder / "socket")
        self.listen(self.file, socket.AF_UNIX)
        if sys.platform.startswith("linux"):
            self.listen(f"\0hostile-{self.port}", socket.AF_UNIX)

    def listen(self, address, family=socket.AF_INET, kind=socket.SOCK_STREAM):
        sock = socket.socket(family, kind)
        sock.bind(address)
        if kind == socket.SOCK_STREAM:
            sock.listen()
        threading.Thread(target=self.hear, args=(sock, kind), daemon=True).start()
        return sock

    def hear(self, sock, kind) -> None:
        while True:
            self.heard.append(sock.accept()[1] if kind == socket.SOCK_STREAM else sock.recv(100))


@dataclass
class Corpus(Class):
    """The graded corpus, and what the host looked like before and after."""

    ears: Ears = None
    before: dict = field(default_factory=dict)
    before_processes: set = field(default_factory=set)
    after: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)
    points: dict = field(default_factory=dict)


def hand_in_all(root: Path, ears: Ears) -> None:
    """Hand in every case, and one student who has a secret."""
    release = nbformat.read(root / "release" / "en" / NAME / f"{NAME}.ipynb", as_version=4)
    facts = {"{course}": str(root), "{port}": str(ears.port), "{socket}": ears.file}
    secret = assignment.fill(nbformat.from_dict(release), assignment.RIGHT)
    secret.cells.append(nbformat.v4.new_code_cell(f"# {CANARY}"))
    made = {name: one.submission(release) for name, one in CASES.items()} | {"canary": secret}
    for name, one in made.items():
        folder = root / "submitted" / name / NAME
        folder.mkdir(parents=True)
        data = one if isinstance(one, bytes) else json.dumps(one).encode()
        for mark, text in facts.items():
            data = data.replace(mark.encode(), text.encode())
        (folder / f"{NAME}.ipynb").write_bytes(data)
        (folder / "two.txt").write_text("2")


def processes() -> set[str]:
    """Return the processes of this machine that a student's code may have started."""
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"player.zygote" in words or words[:2] in ([b"sleep", b"1000"], [b"yes", b""]):
            found.add(place.name)
    return found


def host(root: Path) -> dict:
    """Return what a student's code must not change."""
    course = {
        str(path): path.read_bytes()
        for step in ("source", "release", "submitted")
        for path in sorted((root / step).rglob("*"))
        if path.is_file()
    }
    shared = {
        place: sorted(os.listdir(place)) for place in ("/dev/shm", "/var/tmp", "/usr", "/etc")
    }
    kernel = Path("/proc/sys/kernel/core_pattern").read_text()
    return {"course": course, "shared": shared, "kernel": kernel}


def scores(root: Path) -> dict[str, float | None]:
    """Return everybody's points; None if any are missing."""
    found: dict[str, list] = {}
    query = """SELECT submitted_assignment.student_id, auto_score
        FROM grade JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
        JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id"""
    with sqlite3.connect(root / "gradebook.db") as book:
        for student, points in book.execute(query):
            found.setdefault(student, []).append(points)
    return {one: None if None in points else sum(points) for one, points in found.items()}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Corpus:
    """Grade the whole corpus once, by the command that a teacher types."""
    root = tmp_path_factory.mktemp("hostile") / "course"
    source = root / "source" / NAME / f"{NAME}.ipynb"
    source.parent.mkdir(parents=True)
    nbformat.write(assignment.source_notebook(), source)
    settle(root, timeout=2)
    assert grader("release", "--course", root).returncode == 0
    ears = Ears(tmp_path_factory.mktemp("ears"))
    hand_in_all(root, ears)
    before, running = host(root), processes()
    said = grader("class", "--course", root, SECRET_OF_THE_TEACHER=CANARY)
    after = host(root)
    text = (root / "exports" / f"{NAME}.csv").read_text(encoding="utf-8-sig")
    rows = {row["student"]: row for row in csv.DictReader(text.splitlines())}
    return Corpus(root, NAME, said, ears, before, running, after, rows, scores(root))


def shown(root: Path, name: str) -> str:
    """Return everything that a student's code left in the graded notebook, hidden tests apart."""
    path = root / "autograded" / name / NAME / f"{NAME}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    outputs = [
        (one.get("text"), one.get("data"), one.get("evalue"))
        for cell in notebook.cells
        if "BEGIN HIDDEN" not in cell.source
        for one in cell.get("outputs", ())
    ]
    return repr(outputs)


def test_the_corpus_is_large():
    groups = [one.group for one in CASES.values()]
    assert len(CASES) >= 120
    assert {one: groups.count(one) for one in set(groups)}.keys() == {
        "points",
        "cells",
        "exhausts",
        "host",
        "innocent",
    }


NO_PYTHON = {"an_error_in_one_cell"}


@by_name
def test_the_code_of_a_case_is_code(name):
    """An attack with a typing mistake would prove nothing."""
    from IPython.core.inputtransformer2 import TransformerManager

    made = CASES[name].make
    if made.__code__.co_argcount or name in NO_PYTHON:
        return
    source = case.unindented(made()).replace("{port}", "1")
    compile(TransformerManager().transform_cell(source), name, "exec", 0x2000)  # await at the top


def test_no_batch_is_stopped(corpus):
    assert corpus.said.returncode == 0, corpus.said.stderr
    assert f"graded {len(CASES) + 1}, unchanged 0, failed 0" in corpus.said.stdout


@by_name
def test_case_earns_exactly_its_points(corpus, name):
    assert corpus.points[name] == CASES[name].earns, shown(corpus.root, name)[:3000]


@by_name
def test_tampering_is_flagged_with_its_reason(corpus, name):
    from exercises.grader.flags import FLAGS

    why = corpus.rows[name]["why_en"]
    seen = {key for key, (_, text) in FLAGS.items() if text in why}
    wanted = CASES[name].flags
    assert wanted is None or seen == set(wanted), why


@by_name
def test_no_secret_is_shown(corpus, name):
    """Not on the student's page, and not in what the student's code printed or raised."""
    page = corpus.page(name)
    given = CASES[name].make.__code__.co_consts
    own = repr(given) + (repr(assignment.RIGHT) if CASES[name].group != "points" else "")
    secrets = [one for one in (*assignment.SECRETS, CANARY, "BEGIN HIDDEN") if one not in own]
    found = page + shown(corpus.root, name)
    assert not [one for one in secrets if one in found]


@pytest.mark.parametrize("name", [name for name, one in CASES.items() if one.group == "host"])
def test_what_a_case_asserts_about_the_sandbox_holds(corpus, name):
    """Some cases assert that a call was refused; their own assertion must not have failed."""
    path = corpus.root / "autograded" / name / NAME / f"{NAME}.ipynb"
    cell = assignment.cell_of(nbformat.read(path, as_version=4), "double")
    assert "AssertionError" not in [one.get("ename") for one in cell.outputs]


def test_the_host_is_as_before(corpus):
    assert corpus.after == corpus.before


def test_no_process_is_left(corpus):
    end = time.monotonic() + 5  # the kernel ends them after the grader has ended
    while processes() - corpus.before_processes and time.monotonic() < end:
        time.sleep(0.1)
    assert processes() - corpus.before_processes == set()


def test_nobody_was_called(corpus):
    assert corpus.ears.heard == []


def test_nothing_reaches_the_next_student(corpus):
    printed = shown(corpus.root, "looks_for_what_others_left")
    assert "found /tmp []" in printed and "left'" not in printed


def test_a_student_among_them_gets_everything(corpus):
    assert corpus.points["canary"] == assignment.ALL


def test_a_second_run_changes_nothing(corpus):
    copied = Path(shutil.copytree(corpus.root, corpus.root.with_name("again")))
    said = grader("autograde", "--course", copied)
    assert f"graded 0, unchanged {len(CASES) + 1}, failed 0" in said.stdout
    assert scores(copied) == corpus.points
