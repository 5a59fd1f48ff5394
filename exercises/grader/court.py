"""Where submissions of an assignment are tried: a zygote of judges and a zygote of players."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from . import sandbox
from .judge import names
from .player.channel import Channel, ChannelError, LateError
from .player.limits import MB, Limits
from .player.wire import Writer

ROOT = Path(__file__).resolve().parent.parent.parent
READY = 180  # seconds that the imports of an assignment may take
WHOLE = getattr(socket, "SOCK_SEQPACKET", socket.SOCK_DGRAM)


class CourtError(Exception):
    """A judge or a zygote ended without a result; no submission is to blame."""


def whole_messages() -> tuple[socket.socket, socket.socket]:
    """Return two ends of a socket that keeps messages apart."""
    try:
        return socket.socketpair(socket.AF_UNIX, WHOLE)
    except OSError:  # macOS has no SOCK_SEQPACKET here
        return socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)


class Court:
    """Tries submissions of one assignment.

    Parameters
    ----------
    sources : list of str
        The code cells of the source.
    tests : list of str
        Those that only the judge runs.
    shown : list of str
        What students get of the others.
    package : Path or None
        A folder with the rnnkit that students may import; deleted in the end.
    limits : Limits
    confined : bool
        False: without a sandbox.
    warm : sequence of str
        Further modules to import before the first student.
    """

    def __init__(self, sources, tests, shown, package, limits, confined: bool, warm=()):
        if confined:
            sandbox.demand()
        self.limits, self.confined, self.package = limits, confined, package
        self.lock, self.in_place = threading.Lock(), None
        self.open: list[socket.socket] = []
        self.players, self.zygote = self.start_players([*names.modules(shown), *warm])
        self.judges, self.bench = self.start_judges(names.modules([*sources, *tests]))
        atexit.register(self.close)
        for sock, process in ((self.players, self.zygote), (self.judges, self.bench)):
            self.wait_for(sock, process)

    def pair(self) -> tuple[socket.socket, socket.socket]:
        """Return a control socket and what the zygote gets."""
        ours, theirs = whole_messages()
        self.open.append(ours)
        return ours, theirs

    def start_players(self, modules: list[str]):
        """Start the zygote of the players, in the sandbox."""
        ours, theirs = self.pair()
        facts = {"limits": self.limits.facts(), "confined": self.confined, "modules": modules}
        facts["kept"] = [path for path in sandbox.places() if path.startswith("/tmp/")]
        inner = [sys.executable, "-m", "player.zygote", str(theirs.fileno()), json.dumps(facts)]
        outer = sandbox.command(self.package) if self.confined else []
        here = [str(Path(__file__).resolve().parent), *filter(None, [self.package])]
        path = sandbox.INSIDE if self.confined else os.pathsep.join(map(str, here))
        process = spawn([*outer, *inner], {**sandbox.environment(), "PYTHONPATH": path}, theirs)
        theirs.close()
        return ours, process

    def start_judges(self, modules: list[str]):
        """Start the zygote of the judges."""
        ours, theirs = self.pair()
        wanted = json.dumps([*modules, "exercises.mistakes"])
        numbers = [str(theirs.fileno()), str(self.players.fileno())]
        words = [sys.executable, "-m", "exercises.grader.judge.zygote", *numbers, wanted]
        environment = {**os.environ, **sandbox.environment(), "PYTHONPATH": str(ROOT)}
        process = spawn(words, environment, theirs, self.players)
        theirs.close()
        return ours, process

    def wait_for(self, sock: socket.socket, process: subprocess.Popen) -> None:
        """Wait until a zygote has imported everything."""
        sock.settimeout(READY)
        try:
            if sock.recv(16) == b"ready":
                return
        except OSError:
            pass
        self.close()
        raise CourtError(f"a zygote did not start: {process.args[0]}")

    def warm(self, modules: list[str]) -> None:
        """Let the zygote of the players import more, for the students to come."""
        with contextlib.suppress(OSError):  # then they import it themselves
            for start in range(0, len(modules), 20):
                self.players.send(json.dumps(modules[start : start + 20]).encode())

    def judge(self, job: dict, seconds: float) -> dict:
        """Try one submission.

        Returns
        -------
        dict
            ``outputs`` for each cell of the job, ``events`` and ``findings``.

        Raises
        ------
        CourtError
            If the judge died or took longer than a judge may.
        """
        writer = Writer(refuse, limits=Limits(message=1024 * MB, items=10**9, text=1 << 30))
        form = writer.write(job)
        ours, theirs = socket.socketpair()
        with ours, theirs:
            try:
                socket.send_fds(self.judges, [b"new"], [theirs.fileno()])
                theirs.close()
                channel = Channel(ours, Limits(message=1024 * MB))
                channel.send({"job": form}, writer.blobs)
                return channel.receive(time.monotonic() + seconds)[0]["found"]
            except (OSError, ChannelError, LateError, KeyError) as error:
                raise CourtError(f"no verdict: {error!r}") from None

    def works(self) -> bool:
        """Tell whether both zygotes are alive."""
        return self.zygote.poll() is None and self.bench.poll() is None

    def close(self) -> None:
        """End both zygotes and everything below them."""
        for sock in self.open:
            sock.close()
        for process in (self.zygote, self.bench):
            with contextlib.suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if self.package:
            shutil.rmtree(self.package, ignore_errors=True)
        atexit.unregister(self.close)


def refuse(value):
    """A job is plain data."""
    raise TypeError(type(value).__name__)


def spawn(words: list[str], environment: dict, *kept: socket.socket) -> subprocess.Popen:
    """Start a zygote in a process group of its own; Ctrl-C is for the one who reads it."""
    return subprocess.Popen(
        words,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None if os.environ.get("COURT_SPEAKS") else subprocess.DEVNULL,
        pass_fds=[one.fileno() for one in kept],
        start_new_session=True,
    )
