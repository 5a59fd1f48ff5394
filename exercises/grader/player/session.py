"""The student's process: it does what the judge asks, cell by cell and call by call."""

from __future__ import annotations

import builtins
import gc
import os
import signal
import socket
import sys
from pathlib import Path

from .channel import Channel, ChannelError
from .peer import Peer, text_of
from .shell import Cells, Shell
from .wire import WireError

AGAIN = 0.1  # seconds until somebody who does not listen is told once more


class TimeIsOver(BaseException):
    """Raised inside a student's code; not an Exception, which the code might catch."""


def stop(*_):
    raise TimeIsOver


class Session(Peer):
    """The player's side of the conversation."""

    def __init__(self, channel: Channel, shell: Shell, folder: Path):
        super().__init__(channel)
        self.folder, self.space = folder, shell.user_ns
        self.cells = Cells(shell, self.limits.output)
        self.stand_ins: dict[int, object] = {}
        self.known = set(sys.modules)
        self.ops = {
            "file": self.file,
            "run": self.run,
            "get": self.get,
            "call": self.call,
            "getattr": getattr,
            "setattr": setattr,
            "getitem": lambda value, key: value[key],
            "setitem": lambda value, key, new: value.__setitem__(key, new),
            "len": len,
            "iter": iter,
            "next": self.next,
            "bool": bool,
            "fork": self.fork,
            "modules": lambda: sorted(set(sys.modules) - self.known),
            "kill": lambda process: os.kill(process, signal.SIGKILL),
        }

    def loop(self) -> None:
        """Answer until the judge is gone."""
        signal.signal(signal.SIGALRM, stop)
        while True:
            try:
                head, blobs = self.channel.receive()
                self.answer(head, blobs)
            except ChannelError:
                os._exit(0)
            except TimeIsOver:  # it came late, when the work was done
                continue

    def keep(self, value) -> list:
        name = type(value).__name__
        return [*super().keep(value), str(name)[:100], callable(value)]

    def handle(self, owner: str, parts: list):
        if owner == "yours":
            return super().handle(owner, parts)
        number = parts[0]
        if number not in self.stand_ins:
            self.stand_ins[number] = self.stand_in(number)
        return self.stand_ins[number]

    def stand_in(self, number: int):
        """Return a function that asks the judge."""

        def stand_in(*arguments, **named):
            return self.ask({"do": "call", "on": number}, arguments, named)

        return stand_in

    def raised(self, name: str, text: str) -> BaseException:
        """Raise again what the judge's function raised."""
        kind = getattr(builtins, name, None)
        right = isinstance(kind, type) and issubclass(kind, Exception)
        return kind(text) if right else RuntimeError(f"{name}: {text}")

    def serve(self, head: dict, arguments: tuple, named: dict):
        """Do one thing for the judge, within its seconds."""
        op = self.ops.get(head.get("do"))
        if op is None:
            raise WireError("nothing of this kind")
        seconds = head.get("seconds")
        try:
            if seconds:
                signal.signal(signal.SIGALRM, stop)  # an earlier cell may have taken it
                signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
            try:
                return op(*arguments, **named)
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
        except TimeIsOver:
            raise TimeoutError("time is over") from None
        except (Exception, ChannelError):
            raise
        except BaseException as error:
            raise RuntimeError(f"{type(error).__name__}: {text_of(error)}") from None

    def file(self, name: str, data: bytes) -> None:
        """Put a file of the submission into the working folder."""
        place = self.folder / name
        if not place.resolve().is_relative_to(self.folder.resolve()):
            raise WireError("a file of another folder")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def run(self, source: str) -> list[dict]:
        """Run a cell."""
        return self.cells.run(source)

    def get(self, name: str) -> tuple:
        """Return a global of the notebook: a tuple with it, or an empty one."""
        return (self.space[name],) if name in self.space else ()

    def call(self, target, instead: dict, arguments: list, named: dict):
        """Call a function while other functions stand in the place of globals."""
        before = {name: self.space[name] for name in instead if name in self.space}
        self.space.update(instead)
        try:
            return target(*arguments, **named)
        finally:
            for name in instead:
                self.space.pop(name, None)
            self.space.update(before)

    def next(self, values) -> tuple:
        """Return the next value in a tuple; an empty one at the end."""
        for value in values:
            return (value,)
        return ()

    def fork(self) -> int:
        """Go on in a copy of this process that talks on the socket that came along."""
        reap()
        gc.freeze()  # what the copy does not touch it shares
        descriptor, self.channel.descriptor = self.channel.descriptor, None
        process = os.fork()
        if process:
            os.close(descriptor)
            return process
        self.channel.close()
        self.channel = Channel(socket.socket(fileno=descriptor), self.limits, takes_files=True)
        self.loop()
        os._exit(0)


def reap() -> None:
    """Collect copies that have ended."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def begin(channel: Channel, shell: Shell, folder: Path) -> None:
    """Be a student's process until the judge is gone."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(folder)
    Session(channel, shell, folder).loop()
