"""What a layer returns with ``return_state=True``: a tuple that explains a wrong unpacking."""

import dis
import sys

from .errors import error


class Returned(tuple):
    """``(output, *states)``, an ordinary tuple but for one error message.

    ``outputs, states = LSTM(2, return_state=True)(x)`` would end in Python's "too many values to
    unpack"; here it says which values there are.

    Parameters
    ----------
    values : iterable
    kind : str
        The layer's name, for the message.
    """

    def __new__(cls, values, kind):
        """Make the tuple and remember the layer's name."""
        returned = super().__new__(cls, values)
        returned.kind = kind
        return returned

    def __getnewargs__(self):
        """Let copies and pickles keep the layer's name."""
        return tuple(self), self.kind

    def __iter__(self):
        """Iterate, or raise ValueError when the caller unpacks into another number of names."""
        wanted = _names_to_fill(sys._getframe(1))
        if wanted in (None, len(self)):
            return super().__iter__()
        place, names = f"{self.kind} with return_state=True", ", ".join(self._names())
        given = f"{wanted} names on the left of ="
        raise error("returned-values", place, given, count=len(self), names=names)

    def _names(self):
        states = self[1:]
        known = {1: ["h"], 2: ["h", "c"]} if not any(isinstance(s, list) for s in states) else {}
        return ["outputs", *known.get(len(states), [f"state_{n}" for n in range(len(states))])]


def _names_to_fill(frame):
    """Return n when the caller stands at ``a_1, ..., a_n = ...``, else None.

    The tuple cannot know otherwise: Python asks it for values, not for their number.
    """
    code = frame.f_code.co_code
    at = frame.f_lasti
    unpacking = at >= 0 and dis.opname[code[at]] == "UNPACK_SEQUENCE"
    return code[at + 1] if unpacking else None
