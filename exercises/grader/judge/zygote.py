"""``python -m exercises.grader.judge.zygote``: imports once, then one fork for each submission.

Each message on the control socket carries one socket; on it the fork reads a job and writes what
came out. The fork ends by itself when its time is over.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import socket
import sys
import traceback
import warnings

from ..player.channel import Channel, descriptors
from ..player.limits import MB, Limits
from ..player.wire import Reader
from . import trial


def refuse(*_):
    raise ValueError("no object in a job")


def judge(descriptor: int, players: socket.socket) -> None:
    """Try one submission."""
    channel = Channel(socket.socket(fileno=descriptor), Limits(message=1024 * MB))
    head, blobs = channel.receive()
    job = Reader(blobs, refuse, (), Limits(items=10**9, text=1 << 30)).read(head["job"])
    found = trial.Trial(job, players).run()
    channel.send({"found": found})


def ready_the_mistakes() -> None:
    """Let every known mistake compute what it gives at the probes, once for all students."""
    from exercises.mistakes import ASSIGNMENTS

    for question in (one for asked in ASSIGNMENTS.values() for one in asked.values()):
        for name in ("right_outcomes", "mistake_outcomes"):
            getattr(question, name, None)


def main() -> None:
    """Serve until the one who started this process is gone."""
    control = socket.socket(fileno=int(sys.argv[1]))
    players = socket.socket(fileno=int(sys.argv[2]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in json.loads(sys.argv[3]):
            try:
                importlib.import_module(name)
            except Exception:  # the test that needs it will say so
                continue
    ready_the_mistakes()
    gc.collect()
    gc.freeze()
    control.send(b"ready")
    while True:
        data, rights, *_ = control.recvmsg(64, 64)
        if not data:
            return
        (descriptor,) = descriptors([one[:3] for one in rights])
        if os.fork() == 0:
            control.close()
            status = 1
            try:
                judge(descriptor, players)
                status = 0
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(status)
        os.close(descriptor)
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            pass


if __name__ == "__main__":
    main()
