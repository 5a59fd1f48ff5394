"""One submission on trial: the student's cells run in the player, the test cells here.

A trial is told what to do as plain data and returns plain data: the outputs of every cell as a
notebook stores them, the findings of the diagnosis, and what happened that a teacher should know.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import time
import warnings

from ..player.limits import Limits
from ..probe import ask
from . import names as namespaces
from .outputs import DEAD, LATE, described, error, execute, is_late, outputs_of, shown
from .player import Player, start
from .remote import PlayerGone, TimeIsOver

RESTARTS = 3
WHO = "NBGRADER_STUDENT"  # whose notebook it is, where everybody has sizes of their own


class Trial:
    """Runs the cells of one submission.

    Parameters
    ----------
    job : dict
        ``cells``: each with ``id``, ``kind`` (given, answer, other, test), ``source``; tests with
        ``question``, ``hidden`` and ``fresh`` (in a copy of its own); given cells and answers with
        ``own``, the source's text. ``sources``: the text of all code cells of the source.
        ``in_place``: tests of which the solution changes arguments; ``model``: whether this is the
        solution's own trial, from which the zygote learns what to import. Further ``seconds``,
        ``second_seconds``, ``probe_seconds``, ``total``, ``fresh``, ``limits``, ``files``,
        ``assignment``, ``student``.
    control : socket
        Where the zygote listens.
    """

    def __init__(self, job: dict, control):
        self.job, self.control = job, control
        self.limits = Limits.of(job["limits"])
        sources, answers = job["sources"], [one["own"] for one in job["cells"] if one.get("own")]
        own = [one["own"] for one in job["cells"] if one["kind"] == "answer"]
        self.names = namespaces.Names(
            namespaces.assigned(own), namespaces.imports([*sources, *answers]), self.fetch
        )
        self.player: Player | None = None  # the student's process
        self.now: Player | None = None  # the one that a test talks to
        self.done: list[dict] = []  # cells that have run, for another player
        self.events: list[dict] = []
        self.changing: list[str] = []  # tests in which arguments were changed
        self.slow: set[str] = set()
        self.lent: tuple[str, Player, int] | None = None
        self.restarts = 0
        self.end = time.monotonic() + job["total"]

    def run(self) -> dict:
        """Run every cell; return outputs by the cell's place."""
        outputs, findings, modules = [], {}, []
        os.environ[WHO] = self.job["student"]
        try:
            for cell in self.job["cells"]:
                outputs.append(self.cell(cell))
            findings = self.diagnose(outputs)
            modules = self.player.op("modules") if self.job["model"] and self.player else []
        finally:
            for player in filter(None, (self.lent and self.lent[1], self.player)):
                player.close()
        found = {"outputs": outputs, "events": self.events, "findings": findings}
        return {**found, "changing": self.changing, "modules": modules}

    def cell(self, cell: dict) -> list[dict]:
        """Run one cell where it belongs."""
        if time.monotonic() > self.end:
            return [error("CellTimeoutError", LATE)]
        if cell["kind"] == "test":
            return self.test(cell)
        self.give_back(cell)
        outputs = self.play(cell)
        if cell["kind"] == "given":
            self.give(cell)
        if cell["kind"] == "answer":
            self.names.answered(namespaces.assigned([cell["own"]]))
        return outputs

    def ready(self) -> Player:
        """Return the student's process; start it, and bring it to where it was, if need be."""
        if self.player is not None and not self.player.gone:
            return self.player
        if self.player is not None:
            self.player.close()
            self.restarts += 1
            if self.restarts > RESTARTS:
                raise PlayerGone
        self.player = start(self.control, self.names, self.limits)
        self.player.within(self.job["seconds"])
        self.player.op("run", f"__import__('os').environ.update({WHO}={self.job['student']!r})")
        for name, data in self.job["files"]:
            self.player.op("file", name, data)
        for cell in self.done:
            self.player.within(self.job["seconds"])
            self.player.op("run", cell["source"])
        return self.player

    def play(self, cell: dict) -> list[dict]:
        """Run a cell of the notebook in the player; one that ends the process is left out later."""
        try:
            player = self.ready()
            player.within(min(self.job["seconds"], max(1, self.end - time.monotonic())))
            outputs = outputs_of(player.op("run", cell["source"]))
        except TimeIsOver:
            self.lost(cell, "late")
            return [error("CellTimeoutError", LATE)]
        except PlayerGone:
            self.lost(cell, self.player.gone.get("gone", "channel"))
            return [error("DeadKernelError", DEAD)]
        except Exception as problem:  # what the session itself could not do
            return [error(type(problem).__name__, str(problem))]
        self.done.append(cell)
        return outputs

    def lost(self, cell: dict, why: str) -> None:
        """Note that the player is lost, and with which cell."""
        self.player.gone = self.player.gone or {"gone": why}
        self.event(cell, why)

    def event(self, cell: dict, why: str) -> None:
        """Note what a teacher should know."""
        self.events.append({"cell": cell["id"], "what": why})

    def give(self, cell: dict) -> None:
        """Run a cell that the teacher gave here as well; it may use what the student wrote."""
        with contextlib.suppress(PlayerGone, TimeIsOver):
            self.now = self.ready()
            self.guarded(cell["own"], cell["id"], self.job["seconds"])
        self.names.given(namespaces.assigned([cell["own"]]))

    def test(self, cell: dict) -> list[dict]:
        """Run a test cell here; what it asks of the student is done in a copy of the player."""
        seconds = self.job["seconds"]
        if cell["question"] in self.slow:
            seconds = min(seconds, self.job["second_seconds"])
        outputs = self.tried(cell, seconds, renews=True)
        changed = self.now is not None and self.now.changed
        if changed:
            self.changing.append(cell["id"])
        if changed and not outputs and cell["id"] not in self.job["in_place"]:
            outputs = self.again_without_changes(cell, seconds)
        if is_late(outputs):
            self.slow.add(cell["question"])
        gone = self.now is None or bool(self.now.gone)
        if is_late(outputs) or cell["hidden"] or cell["fresh"] or gone:
            self.give_back(cell, kill=is_late(outputs) or gone)
        return outputs

    def tried(self, cell: dict, seconds: float, *, renews: bool) -> list[dict]:
        """Run a test once; `renews` says whether it sees how its arguments were changed."""
        self.now = None
        try:
            self.now = self.borrowed(cell)
            self.now.changed, self.now.renews = False, renews
            return self.guarded(cell["source"], cell["id"], seconds)
        except PlayerGone:
            self.event(cell, self.player.gone.get("gone", "channel") if self.player else "channel")
            return [error("DeadKernelError", DEAD)]
        except TimeIsOver:
            return [error("CellTimeoutError", LATE)]
        except Exception as problem:  # the player can't even make a copy of itself
            return [error(type(problem).__name__, str(problem))]

    def again_without_changes(self, cell: dict, seconds: float) -> list[dict]:
        """Run a test again on arguments that stay what they are.

        A function that sets its arguments to zero and returns zeros would be right wherever a test
        computes what it expects after the call. Where the source's own solution changes arguments,
        the question asks for it, and the first run counts.
        """
        self.give_back(cell)
        outputs = self.tried(cell, seconds, renews=False)
        if outputs:
            self.event(cell, "changed")
        return outputs

    def borrowed(self, cell: dict) -> Player:
        """Return a copy of the player for the tests of one question; without forks, the player.

        What a student's functions keep from a test is lost with the copy: before the tests of
        another question, and after each hidden test.
        """
        player = self.ready()
        if not self.job["fresh"]:
            return player
        if self.lent and self.lent[0] == cell["question"] and not cell["fresh"]:
            return self.lent[1]
        self.give_back(cell)
        player.within(self.job["second_seconds"])
        copy, process = player.fork()
        self.lent = (cell["question"], copy, process)
        return copy

    def give_back(self, cell: dict, kill: bool = False) -> None:
        """Let go of the copy; end it by force if it would not end by itself."""
        if self.lent is None:
            return
        (_, copy, process), self.lent = self.lent, None
        copy.close()
        if copy.gone:
            self.event(cell, copy.gone["gone"])
        if copy.gone.get("gone", "channel") != "channel":
            self.player.gone = copy.gone
        elif kill:
            self.player.within(self.job["second_seconds"])
            with contextlib.suppress(Exception, PlayerGone, TimeIsOver):
                self.player.op("kill", process)

    def diagnose(self, outputs: list[list[dict]]) -> dict[str, list[dict]]:
        """Name the mistakes behind failed tests, unless time was what failed."""
        failed = {
            cell["question"]
            for cell, shown_ in zip(self.job["cells"], outputs, strict=True)
            if cell["kind"] == "test" and any(one["output_type"] == "error" for one in shown_)
        }
        found = {}
        for question in sorted(failed - self.slow):
            cell = {"id": question, "question": question, "fresh": True}
            try:
                self.now = self.borrowed(cell)
                found[question] = self.probe(question)
            except (PlayerGone, TimeIsOver):
                pass
            self.give_back(cell, kill=True)
        return {question: named for question, named in found.items() if named}

    def probe(self, question: str) -> list[dict]:
        """Ask which known mistake an answer makes."""
        self.names.begin()
        self.now.names = self.names
        self.now.within(self.job["probe_seconds"])
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ask(self.job["assignment"], question, self.names, self.job["student"])

    def fetch(self, name: str) -> tuple:
        """Return the player's value of a name, in a tuple."""
        found = self.now.op("get", name)
        return found if type(found) is tuple and len(found) == 1 else ()

    def guarded(self, source: str, name: str, seconds: float) -> list[dict]:
        """Execute a cell of the teacher's for so many seconds; return what it shows."""
        self.names.begin()
        self.now.names = self.names
        self.now.within(seconds)
        said = io.StringIO()

        def over(*_):
            raise TimeIsOver

        signal.signal(signal.SIGALRM, over)
        signal.setitimer(signal.ITIMER_REAL, seconds + 5)
        try:
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
                value = execute(source, name, self.names)
        except TimeIsOver:
            return [error("CellTimeoutError", LATE)]
        except PlayerGone:
            return [error("DeadKernelError", DEAD)]
        except BaseException as problem:
            return [described(problem, name)]
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        return shown(said.getvalue(), value)
