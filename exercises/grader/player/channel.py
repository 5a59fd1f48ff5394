"""Messages between two processes over a socket: a JSON head and blobs, with limits and deadlines.

Whatever the other side writes, or does not write or read, costs this side no more than the
deadline and the size of one message.
"""

from __future__ import annotations

import array
import json
import select
import socket
import struct
import time

from .limits import LIMITS, Limits

HEAD = struct.Struct("<II")  # bytes of the whole message, bytes of its JSON
LONGEST_HEAD = 16 << 20


class ChannelError(Exception):
    """The other side is gone, or sent what is no message."""


class LateError(Exception):
    """The deadline passed."""


class Channel:
    """One end of a socket.

    Parameters
    ----------
    sock : socket.socket
        A stream socket.
    limits : Limits
        The largest message that is read or written.
    takes_files : bool
        Whether open files that come along are kept.
    """

    def __init__(self, sock: socket.socket, limits: Limits = LIMITS, takes_files: bool = False):
        self.sock, self.limits = sock, limits
        self.room = 64 if takes_files else 0
        self.pending = bytearray()
        self.descriptor: int | None = None  # that came with the last message
        sock.setblocking(False)

    def wait(self, reading: bool, deadline: float | None) -> None:
        """Wait until the socket can be read or written."""
        poll = select.poll()
        poll.register(self.sock, select.POLLIN if reading else select.POLLOUT)
        rest = None if deadline is None else max(0, (deadline - time.monotonic()) * 1000)
        if not poll.poll(rest):
            raise LateError

    def send(self, head: dict, blobs=(), deadline: float | None = None, descriptor=None) -> None:
        """Write one message; `descriptor` is an open file that goes with it."""
        text = json.dumps({**head, "blobs": [len(blob) for blob in blobs]}).encode()
        size = len(text) + sum(map(len, blobs))
        if size > self.limits.message + LONGEST_HEAD or len(text) > LONGEST_HEAD:
            raise ChannelError("the message is too large")
        data = memoryview(b"".join([HEAD.pack(size, len(text)), text, *blobs]))
        rights = [] if descriptor is None else [_rights(descriptor)]
        while data:
            try:
                sent = self.sock.sendmsg([data[: 1 << 20]], rights)
            except BlockingIOError:
                self.wait(False, deadline)
                continue
            except OSError as error:
                raise ChannelError(str(error)) from None
            data, rights = data[sent:], []

    def receive(self, deadline: float | None = None) -> tuple[dict, list[bytes]]:
        """Read one message."""
        size, length = HEAD.unpack(self.read(HEAD.size, deadline))
        if size > self.limits.message + LONGEST_HEAD or not 0 < length <= min(size, LONGEST_HEAD):
            raise ChannelError("no message: wrong sizes")
        data = self.read(size, deadline)
        try:
            head = json.loads(bytes(data[:length]))
            lengths = head["blobs"]
            plain = isinstance(head, dict) and all(type(one) is int and one >= 0 for one in lengths)
        except (ValueError, KeyError, TypeError, RecursionError):
            raise ChannelError("no message: no JSON") from None
        if not plain or sum(lengths) != size - length or len(lengths) > self.limits.items:
            raise ChannelError("no message: wrong blobs")
        blobs, place = [], length
        for one in lengths:
            blobs.append(bytes(data[place : place + one]))
            place += one
        return head, blobs

    def read(self, size: int, deadline: float | None) -> bytearray:
        """Take so many bytes; the buffer grows with what came, not with what was announced."""
        while len(self.pending) < size:
            self.wait(True, deadline)
            try:
                part, rights, *_ = self.sock.recvmsg(1 << 18, self.room)
            except BlockingIOError:
                continue
            except OSError as error:
                raise ChannelError(str(error)) from None
            for descriptor in descriptors(rights):
                self.descriptor = descriptor
            if not part:
                raise ChannelError("the other side is gone")
            self.pending += part
        data = self.pending[:size]
        del self.pending[:size]
        return data

    def close(self) -> None:
        """Close this end."""
        self.sock.close()


def _rights(*files: int):
    return (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))


def descriptors(rights) -> list[int]:
    """Return the open files that came with a message."""
    found = array.array("i")
    for level, kind, data in rights:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            found.frombytes(data[: len(data) - len(data) % found.itemsize])
    return list(found)
