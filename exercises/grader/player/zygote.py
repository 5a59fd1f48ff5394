"""``python -m player.zygote``: imports once, then one fork for each student.

It is told on a socket of whole messages: either a list of modules to import, or two sockets for a
student, the channel to the judge and the keeper's leash. Nothing of a student runs in this process.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import sys
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

from . import confine, keeper
from .channel import Channel, descriptors
from .limits import Limits
from .session import begin
from .shell import Shell, new_shell

WORK = Path("/tmp/work")


def warm(modules: list[str]) -> None:
    """Import what the assignment imports, so that no student has to wait for it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in modules:
            try:
                importlib.import_module(name)
            except Exception:  # the notebook will say so in its own cell
                continue


@dataclass(frozen=True)
class Facts:
    """What the zygote is told when it starts.

    `kept` are folders below /tmp that the sandbox shows.
    """

    limits: Limits
    confined: bool
    modules: list[str]
    kept: list[str]


def start(shell: Shell, channel: int, leash: int, facts: Facts) -> None:
    """Start a student's processes: the keeper, and below it the student."""
    if os.fork():
        return
    os.setsid()
    if facts.confined:
        confine.own_namespaces()
        if os.fork():
            os._exit(0)
    keep(shell, channel, leash, facts)
    os._exit(0)


def keep(shell: Shell, channel: int, leash: int, facts: Facts) -> None:
    """Be the keeper; start the student."""
    limits, confined = facts.limits, facts.confined
    held = socket.socket(fileno=leash)
    close_all_but(channel, leash)
    proc = confine.own_files(limits, facts.kept) if confined else None
    folder = None if confined else tempfile.mkdtemp(prefix="player-")
    if not confined:
        keeper.adopt()
    watcher = keeper.Keeper(held, limits, folder)
    first = os.fork()
    if first == 0:
        os.setsid()
        held.close()
        play(shell, channel, limits, proc, Path(folder) / "work" if folder else WORK)
        os._exit(0)
    os.close(channel)
    if confined:
        os.close(proc)
        confine.libc.prctl(confine.DUMPABLE, 0, 0, 0, 0)
    watcher.watch(first)


def play(shell: Shell, channel: int, limits: Limits, proc: int | None, folder: Path) -> None:
    """Be the student."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.umask(0o022)
    if proc is None:
        confine.limit_resources(limits, confined=False)
    else:
        confine.confine(proc, limits)
    folder.mkdir(exist_ok=True)
    os.environ["HOME"] = os.environ["IPYTHONDIR"] = os.environ["MPLCONFIGDIR"] = str(folder.parent)
    begin(Channel(socket.socket(fileno=channel), limits, takes_files=True), shell, folder)


def close_all_but(*kept: int) -> None:
    """Close every other file of this process but the three standard ones."""
    for number in range(3, 1024):
        if number not in kept:
            with contextlib.suppress(OSError):
                os.close(number)


def main() -> None:
    """Serve until the one who started this process is gone."""
    control = socket.socket(fileno=int(sys.argv[1]))
    told = json.loads(sys.argv[2])
    facts = Facts(**{**told, "limits": Limits.of(told["limits"])})
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    shell = new_shell()
    warm(facts.modules)
    gc.collect()
    gc.freeze()
    control.send(b"ready")
    while True:
        data, rights, *_ = control.recvmsg(1 << 16, 64)
        if not data:
            return
        if data[:1] == b"[":
            warm(json.loads(data))
            gc.freeze()
            continue
        channel, leash = descriptors([one[:3] for one in rights])
        start(shell, channel, leash, facts)
        os.close(channel)
        os.close(leash)
        collect()


def collect() -> None:
    """Collect children that have ended."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


if __name__ == "__main__":
    main()
