"""What stands in a test for a value of the student's process: it can be called and looked at.

Nothing of the value's own ideas comes along: ``==`` compares identity, NumPy is refused, and no
attribute with two underscores is fetched (``__array_interface__`` would be an address to read).
"""

from __future__ import annotations

import builtins


class PlayerError(Exception):
    """An exception of the student's code whose type this process does not have."""


class TimeIsOver(BaseException):
    """A test, or the student's part of it, ran out of time; tests cannot catch it by accident."""


class PlayerGone(BaseException):
    """The student's process ended, or wrote what is no answer."""


# iteration in the judge would take these for its own end
UNRAISED = (StopIteration, StopAsyncIteration, GeneratorExit)


def exception(name: str, text: str) -> BaseException:
    """Return an exception for the student's: a built-in one, else one that has the name.

    Parameters
    ----------
    name, text : str
        The type's name and the message; nothing else of an exception crosses.
    """
    kind = getattr(builtins, name, None)
    if isinstance(kind, type) and issubclass(kind, Exception) and not issubclass(kind, UNRAISED):
        try:
            return kind(text)
        except TypeError:  # UnicodeDecodeError and its like want more than a text
            pass
    label = name if name.isidentifier() else "Exception"
    return type(label, (PlayerError,), {})(text)


class Remote:
    """A value that stays in the player.

    Attributes
    ----------
    __globals__ : dict
        The test's names, so that code which replaces globals of a function replaces those.
    """

    __array_ufunc__ = None
    __slots__ = ("_callable", "_names", "_number", "_player", "_type")

    def __init__(self, player, number: int, type_: str, callable_: bool):
        self._player, self._number = player, number
        self._type, self._callable, self._names = type_, callable_, player.names

    @property
    def __globals__(self):
        return self._names

    def __repr__(self):
        return f"<{self._type} of the student>"

    def __array__(self, *_, **__):
        raise TypeError(f"{self._type}: not an array / 배열이 아닙니다")

    def __call__(self, *arguments, **named):
        return self._player.call(self, arguments, named)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self._player.op("getattr", self, name)

    def __setattr__(self, name, value):
        if name in Remote.__slots__:
            object.__setattr__(self, name, value)
        else:
            self._player.op("setattr", self, name, value)

    def __getitem__(self, key):
        return self._player.op("getitem", self, key)

    def __setitem__(self, key, value):
        self._player.op("setitem", self, key, value)

    def __len__(self):
        found = self._player.op("len", self)
        if type(found) is not int or found < 0:
            raise TypeError("no length")
        return found

    def __bool__(self):
        return self._player.op("bool", self) is True

    def __iter__(self):
        values = self._player.op("iter", self)
        if not isinstance(values, Remote):
            raise TypeError("not iterable")
        while True:
            found = self._player.op("next", values)
            if type(found) is not tuple or len(found) != 1:
                return
            yield found[0]
