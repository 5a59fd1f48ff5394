"""Questions and answers over a channel, in both directions: while one side waits, it can be asked.

A question is ``{"ask": n, "do": …, "args": …, "kwargs": …}``; its answer is ``{"answer": n}`` with
a ``value`` or an ``error`` (type name and text, nothing else), and with ``args`` when the call
changed its arguments.
"""

from __future__ import annotations

import numpy as np

from .channel import Channel, ChannelError
from .wire import Look, Reader, WireError, Writer

MUTABLE = (np.ndarray, list, dict, set)
NESTED = 60  # questions within questions
KEPT = object()  # a part of an argument that did not cross and stays what it is


class Peer:
    """One side of the conversation.

    Attributes
    ----------
    changed : bool
        Whether a function of the other side has changed an argument.
    renews : bool
        Whether such a change is written into the argument on this side.

    Subclasses say what a handle is on their side (`keep`, `handle`) and what they can do (`serve`).
    """

    def __init__(self, channel: Channel):
        self.channel, self.limits = channel, channel.limits
        self.count = self.nested = 0
        self.kept: dict[int, object] = {}
        self.deadline: float | None = None
        self.changed, self.renews = False, True

    def keep(self, value) -> list:
        """Keep a value on this side and return its handle."""
        self.kept[len(self.kept)] = value
        return ["mine", len(self.kept) - 1]

    def handle(self, owner: str, parts: list):
        """Return what a handle from the other side stands for."""
        if owner == "yours" and len(parts) == 1 and parts[0] in self.kept:
            return self.kept[parts[0]]
        raise WireError("no such object")

    def serve(self, head: dict, arguments: tuple, named: dict):
        """Do what the other side asks and return its value."""
        raise WireError("nothing can be asked of this side")

    def ask(self, head: dict, arguments=(), named=None, descriptor=None):
        """Ask, wait for the answer, bring changed arguments up to date, and return the value.

        Raises
        ------
        Exception
            Whatever `raised` makes of the other side's exception; WireError if an argument cannot
        cross; ChannelError and LateError.
        """
        arguments, named = list(arguments), dict(named or {})
        self.count += 1
        number, writer = self.count, Writer(self.keep, limits=self.limits)
        given = {"args": writer.write(arguments), "kwargs": writer.write(named)}
        self.channel.send({"ask": number, **head, **given}, writer.blobs, self.deadline, descriptor)
        answer, blobs = self.wait_for(number)
        known = [*mutable(arguments), *mutable(named)]
        try:
            if answer.get("args") is not None:
                now = Reader(blobs, lambda *_: KEPT, known, self.limits).read(answer["args"])
                if type(now) is not list or len(now) != 2:
                    raise WireError("no arguments")
                self.changed = True
                if self.renews:
                    renew([arguments, named], now)
                else:
                    known = [*mutable(now[0]), *mutable(now[1])]
            if "error" not in answer:
                return Reader(blobs, self.handle, known, self.limits).read(answer.get("value"))
        except WireError as error:
            raise ChannelError(str(error)) from None
        raise self.raised(*texts(answer["error"]))

    def raised(self, name: str, text: str) -> BaseException:
        """Return the exception that stands for one of the other side."""
        return RuntimeError(f"{name}: {text}")

    def wait_for(self, number: int) -> tuple[dict, list[bytes]]:
        """Return the answer to a question; serve what is asked meanwhile."""
        for _ in range(self.limits.calls):
            head, blobs = self.channel.receive(self.deadline)
            if head.get("answer") == number:
                return head, blobs
            if "ask" not in head or self.nested > NESTED:
                raise ChannelError("an answer to no question")
            self.answer(head, blobs)
        raise ChannelError("too many calls")

    def answer(self, head: dict, blobs: list[bytes]) -> None:
        """Serve one question and send its answer."""
        self.nested += 1
        try:
            said, out = self.served(head, blobs)
        finally:
            self.nested -= 1
        self.channel.send({"answer": head["ask"], **said}, out, self.deadline)

    def served(self, head: dict, blobs: list[bytes]) -> tuple[dict, list[bytes]]:
        """Return the answer to a question as a message."""
        try:
            read = Reader(blobs, self.handle, (), self.limits).read
            arguments, named = read(head.get("args", ["list"])), read(head.get("kwargs", ["dict"]))
            if type(arguments) is not list or type(named) is not dict:
                raise WireError("no arguments")
        except WireError as error:
            return {"error": ["TypeError", str(error)]}, []
        before, said = self.look(arguments, named), {}
        known = [*mutable(arguments), *mutable(named)]
        known = {id(one): place for place, one in enumerate(known)}
        writer = Writer(self.keep, known, self.limits)
        try:
            said["value"] = writer.write(self.serve(head, tuple(arguments), named))
        except Exception as error:
            said = {"error": [type(error).__name__, text_of(error)]}
        if before is not None and before != self.look(arguments, named):
            try:
                writer.same = {}
                said["args"] = writer.write([arguments, named])
            except WireError as error:
                said = {"error": ["TypeError", str(error)]}
        return said, writer.blobs

    def look(self, arguments: list, named: dict):
        """Return how arguments look now; None when nothing in them can change."""
        if not any(isinstance(one, MUTABLE) for one in (*arguments, *named.values())):
            return None
        look = Look(self.limits)
        try:
            return look.write([arguments, named]), look.blobs
        except WireError:
            return None


def mutable(value, depth: int = 0) -> list:
    """Return what can change within a value, in an order that both sides know."""
    found = [value] if isinstance(value, MUTABLE) else []
    parts = value.values() if type(value) is dict else value
    if type(value) in (list, tuple, dict) and depth < 8:
        for one in parts:
            found += mutable(one, depth + 1)
    return found


def texts(error) -> tuple[str, str]:
    """Read an exception as it came: the name of its type and its message."""
    if type(error) is not list or len(error) != 2 or not all(type(one) is str for one in error):
        raise ChannelError("no error")
    return error[0][:100], error[1][:10_000]


def text_of(error: BaseException) -> str:
    """Return an exception's message, whatever its class thinks of it."""
    try:
        return str(error)[:2000]
    except Exception:
        return ""


def renew(old, new) -> None:
    """Write a changed value into the one that it was; what stayed the same is not touched."""
    if type(old) is np.ndarray and type(new) is np.ndarray:
        if old.shape == new.shape and old.dtype == new.dtype and old.flags.writeable:
            old[...] = new
    elif type(old) is list and type(new) is list:
        for place, one in enumerate(new[: len(old)]):
            old[place] = part(old[place], one)
        old[len(new) :] = new[len(old) :]
    elif type(old) is dict and type(new) is dict:
        fresh = {key: part(old.get(key), one) for key, one in new.items()}
        old.clear()
        old.update(fresh)
    elif type(old) is set and type(new) is set:
        old.clear()
        old.update(new)


def part(old, new):
    """Return what stands in a container after a change: the old object where it can be one."""
    if new is KEPT:
        return old
    if type(old) is type(new) is tuple and len(old) == len(new):
        return tuple(part(*pair) for pair in zip(old, new, strict=True))
    if type(old) is type(new) and isinstance(old, MUTABLE):
        renew(old, new)
        return old if not isinstance(old, np.ndarray) or same_form(old, new) else new
    return new if type(old) is not type(new) or old != new else old


def same_form(old: np.ndarray, new: np.ndarray) -> bool:
    """Tell whether an array can hold what the other holds."""
    return old.shape == new.shape and old.dtype == new.dtype
