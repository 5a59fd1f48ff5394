"""The judge's side of the conversation with one player."""

from __future__ import annotations

import contextlib
import json
import select
import socket
import time

from ..player.channel import Channel, ChannelError, LateError
from ..player.limits import Limits
from ..player.peer import Peer
from ..player.wire import WireError
from .remote import PlayerGone, Remote, TimeIsOver, exception

LATE = ("TimeoutError", "time is over")
GRACE = 2.0  # seconds that the player has to say that time is over


class Line(Channel):
    """A channel that also hears what the keeper says."""

    leash: socket.socket | None = None

    def wait(self, reading: bool, deadline: float | None) -> None:
        if self.leash is None:
            return super().wait(reading, deadline)
        poll = select.poll()
        poll.register(self.sock, select.POLLIN if reading else select.POLLOUT)
        poll.register(self.leash, select.POLLIN)
        rest = None if deadline is None else max(0, (deadline - time.monotonic()) * 1000)
        ready = dict(poll.poll(rest))
        if not ready:
            raise LateError
        if self.sock.fileno() not in ready:
            raise ChannelError("the keeper has ended everything")
        return None


class Player(Peer):
    """Talks to a student's process.

    Attributes
    ----------
    names : Names
        The globals of the test that is under way.
    gone : dict
        What the keeper said when it ended everything, once it did.
    """

    def __init__(self, line: Line, names, leash: socket.socket):
        super().__init__(line)
        self.names, self.leash = names, leash
        line.leash = leash
        self.gone: dict = {}
        self.functions: dict[int, int] = {}
        self.seconds = 0.0

    def keep(self, value) -> list:
        if isinstance(value, Remote):
            return ["yours", value._number]
        if not callable(value):
            kind = type(value).__name__
            raise WireError(
                f"{kind} can't be given to a student's function / 넘길 수 없는 값입니다"
            )
        if id(value) not in self.functions:
            self.functions[id(value)] = super().keep(value)[1]
        return ["mine", self.functions[id(value)]]

    def handle(self, owner: str, parts: list):
        if owner == "yours":
            return super().handle(owner, parts)
        number, type_, callable_ = parts
        if type(number) is not int or type(type_) is not str or type(callable_) is not bool:
            raise WireError("no object")
        return Remote(self, number, type_[:100], callable_)

    def serve(self, head: dict, arguments: tuple, named: dict):
        """Call one of the functions that stand in the place of the student's."""
        function = self.kept.get(head.get("on"))
        if head.get("do") != "call" or function is None:
            raise WireError("nothing of this kind")
        return function(*arguments, **named)

    def raised(self, name: str, text: str) -> BaseException:
        return TimeIsOver() if (name, text) == LATE else exception(name, text)

    def op(self, op: str, *arguments):
        """Let the player do something, and wait no longer than it may take."""
        return self.guarded({"do": op, "seconds": self.left()}, arguments)

    def call(self, target: Remote, arguments, named):
        """Call a function of the student's while the test's stand-ins are in place."""
        stand_ins, kept = self.names.stand_ins(), (list(arguments), dict(named))
        return self.guarded({"do": "call", "seconds": self.left()}, (target, stand_ins, *kept))

    def left(self) -> float:
        """Return the seconds that are left."""
        if self.deadline is None:
            return 0.0
        return max(0.01, self.deadline - GRACE - time.monotonic())

    def guarded(self, head: dict, arguments=(), descriptor=None):
        """Ask; turn a silent or broken player into what ends a test."""
        if self.gone:
            raise PlayerGone
        try:
            return self.ask(head, arguments, descriptor=descriptor)
        except LateError:
            raise TimeIsOver from None
        except WireError as error:
            raise TypeError(str(error)) from None
        except ChannelError as error:
            self.listen(str(error))
            raise PlayerGone from None

    def listen(self, why: str) -> None:
        """Hear the keeper's last words."""
        self.gone = {"gone": "channel", "said": why}
        poll = select.poll()
        poll.register(self.leash, select.POLLIN)
        if poll.poll(100):
            with contextlib.suppress(OSError, ValueError):
                self.gone = {**self.gone, **json.loads(self.leash.recv(1000) or b"{}")}

    def within(self, seconds: float) -> None:
        """Set the time for what comes next."""
        self.deadline = time.monotonic() + seconds + GRACE

    def fork(self) -> tuple[Player, int]:
        """Return a copy of the player as it is now, and its process."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                process = self.guarded({"do": "fork"}, descriptor=theirs.fileno())
            except Exception as problem:  # no file, no process left: its own doing
                self.listen(type(problem).__name__)
                raise PlayerGone from None
        copy = Player(Line(ours, self.limits), self.names, self.leash.dup())
        copy.deadline = self.deadline
        return copy, process

    def close(self) -> None:
        """Let go of the leash: every process of the student ends."""
        self.channel.close()
        self.leash.close()


def start(control: socket.socket, names, limits: Limits) -> Player:
    """Let the zygote start a player."""
    ours, theirs = socket.socketpair()
    leash, held = socket.socketpair()
    with theirs, held:
        socket.send_fds(control, [b"new"], [theirs.fileno(), held.fileno()])
    return Player(Line(ours, limits), names, leash)
