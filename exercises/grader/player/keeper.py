"""The first process of a student: it runs nothing of the student, and when it ends, all end.

It holds one end of a leash. The judge lets go of the other end when it has seen enough; then, or
when the student's processes together use too much, the keeper exits, and the kernel kills every
process in its namespace.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import socket
import time

from . import confine
from .limits import MB, Limits

PAUSE = 0.05  # seconds between two looks
PAGE = os.sysconf("SC_PAGE_SIZE")


class Keeper:
    """Watches one student's processes."""

    def __init__(self, leash: socket.socket, limits: Limits, folder: str | None):
        self.leash, self.limits, self.folder = leash, limits, folder
        self.baseline = memory_of("self")
        self.first = 0

    def watch(self, first: int) -> None:
        """Wait for the end, and make it one for all."""
        self.first = first
        poll = select.poll()
        poll.register(self.leash, select.POLLIN)
        report = None
        while report is None:
            if poll.poll(PAUSE * 1000):
                break
            report = self.ended() or (self.excess() if self.folder is None else None)
        if report:
            self.say(report)
        if self.folder is not None:
            self.sweep()

    def ended(self) -> dict | None:
        """Collect the dead; say how the first process ended."""
        while True:
            try:
                process, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return {"gone": "ended", "status": 0}
            if process == 0:
                return None
            if process == self.first:
                return {"gone": "ended", "status": os.waitstatus_to_exitcode(status)}

    def excess(self) -> dict | None:
        """Say what all processes together use too much of."""
        processes = [int(name) for name in os.listdir("/proc") if name.isdigit()]
        others = [one for one in processes if one != os.getpid()]
        threads, memory = 0, 0
        for process in others:
            threads += threads_of(process)
            memory += max(0, memory_of(process) - self.baseline)
        for place in ("/tmp", "/dev/shm"):
            facts = os.statvfs(place)
            memory += (facts.f_blocks - facts.f_bfree) * facts.f_frsize
        if memory > self.limits.memory * MB:
            return {"gone": "memory", "status": memory // MB}
        if threads > self.limits.processes:
            return {"gone": "processes", "status": threads}
        return None

    def say(self, report: dict) -> None:
        """Report to the judge, if it still listens."""
        with contextlib.suppress(OSError):
            self.leash.sendall(json.dumps(report).encode())

    def sweep(self) -> None:
        """Without namespaces: end the process group and whoever was adopted, delete the folder."""
        for _ in range(20):
            with contextlib.suppress(OSError):
                os.killpg(self.first, signal.SIGKILL)
            for process in children():
                with contextlib.suppress(OSError):
                    os.kill(process, signal.SIGKILL)
            self.ended()
            if not children():
                break
            time.sleep(0.02)
        shutil.rmtree(self.folder, ignore_errors=True)


def children() -> list[int]:
    """Return this process's children, adopted ones included."""
    try:
        with open(f"/proc/self/task/{os.getpid()}/children") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def memory_of(process) -> int:
    """Return the bytes that a process has for itself."""
    try:
        with open(f"/proc/{process}/statm") as file:
            _, resident, shared, *_ = file.read().split()
        return (int(resident) - int(shared)) * PAGE
    except (OSError, ValueError):
        return 0


def threads_of(process) -> int:
    """Return how many threads a process has; one that has just gone has none."""
    try:
        with open(f"/proc/{process}/stat") as file:
            return int(file.read().rpartition(")")[2].split()[17])
    except (OSError, ValueError, IndexError):
        return 0


def adopt() -> None:
    """Let orphans come to this process and not to the teacher's; Linux only."""
    prctl = getattr(confine.libc, "prctl", None)
    if prctl is not None:
        prctl(confine.SUBREAPER, 1, 0, 0, 0)
