"""Names that an assignment asks its students to write: whoever calls them is told so."""

import sys

from .errors import error

_LENT = {}


class Withheld:
    """Stands in the place of a withheld function or class.

    Raises
    ------
    TypeError
        When it is called, or asked for anything.
    """

    def __init__(self, name):
        self.__name__ = name

    def __call__(self, *_, **__):
        raise self.explained(f"{self.__name__}(…)")

    def __getattr__(self, attribute):
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        raise self.explained(f"{self.__name__}.{attribute}")

    def explained(self, given):
        """Return the exception that says so."""
        name = self.__name__
        return error("withheld", f"rnnkit {name}", given, name=f"my_{name.lower()}")


def withhold(*names):
    """Let public names of rnnkit say that they are to be written, wherever they are public.

    Parameters
    ----------
    *names : str
        For example ``"LSTM"`` or ``"steps.lstm_step"``.

    Raises
    ------
    AttributeError
        If rnnkit has no such name.
    """
    package = sys.modules[__package__]
    for name in names:
        module, _, last = name.rpartition(".")
        home = getattr(package, module) if module else package
        real = _LENT.setdefault(name, getattr(home, last))
        for space in (package, home, sys.modules[real.__module__]):
            if getattr(space, last, None) is real:
                setattr(space, last, Withheld(last))


def lent(name):
    """Return what stood under a withheld name, for a test that compares with it."""
    module, _, last = name.rpartition(".")
    package = sys.modules[__package__]
    return _LENT.get(name) or getattr(getattr(package, module) if module else package, last)
