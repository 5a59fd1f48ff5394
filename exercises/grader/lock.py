"""One command at a time changes a course: a second one waits, or says who holds the lock.

The lock is the operating system's, on a file of the course folder: it ends with the process that
holds it, however that ends.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from .refusal import RefusalError

try:
    import fcntl
except ImportError:  # Windows: SQLite's own lock is left
    fcntl = None

NAME = ".grader.lock"
PATIENCE = 10.0  # seconds


@contextmanager
def only_one(root: Path, command: str) -> Iterator[None]:
    """Hold a course's lock.

    Raises
    ------
    RefusalError
        If another command holds it longer than `GRADER_PATIENCE` seconds; it says which.
    """
    if fcntl is None:
        yield
        return
    with (root / NAME).open("a+", encoding="utf-8") as file:
        wait_for(file)
        file.truncate(0)
        file.write(json.dumps(me(command)))
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def wait_for(file) -> None:
    """Take the lock, with patience."""
    patience = float(os.environ.get("GRADER_PATIENCE", PATIENCE))
    until, told = time.monotonic() + patience, False
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= until:
                raise held(holder(file), patience) from None
            if not told:
                import sys

                print(f"waiting for / 기다립니다: {holder(file)}", file=sys.stderr, flush=True)
                told = True
            time.sleep(0.1)


def me(command: str) -> dict[str, object]:
    """Describe this process."""
    return {
        "command": command,
        "user": user(),
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "since": datetime.now().astimezone().isoformat(" ", "seconds"),
    }


def user() -> str:
    """Return who runs this."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a list of users
        return "?"


def holder(file) -> str:
    """Say who holds the lock."""
    try:
        file.seek(0)
        said = json.loads(file.read())
        return "{command}: {user}@{host}, pid {pid}, {since}".format(**said)
    except (ValueError, KeyError, OSError):
        return "another command / 다른 명령"


def held(who: str, patience: float) -> RefusalError:
    """Say that another command changes the course."""
    return RefusalError(
        "course folder",
        "another command is changing it",
        "다른 명령이 이 과목을 바꾸고 있습니다.",
        given=f"{who} ({patience:g} s)",
        expected="one command at a time / 한 번에 명령 하나",
        fix="wait until it ends and run this again / 끝나기를 기다렸다가 다시 실행하세요",
    )
