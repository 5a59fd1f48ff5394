"""Watch the step functions at work: what each was given, and what it computed.

A step function is the one place of its formulas, and its local variables carry the letters of the
book. So nothing is computed twice here: the layer runs, and its local variables are read.
"""

import inspect
import re
import sys
from functools import cache
from typing import Any, NamedTuple

from .. import steps

STEPS = (steps.simple_rnn_step, steps.gru_step, steps.gru_step_reset_before, steps.lstm_step)
LINE = re.compile(r" {4}(?:return|(\w[\w, ]*) =) (.+?)(?: +# (eq-[\w-]+))?")


class Call(NamedTuple):
    """One call of a step function: its arguments, and its local variables at the end.

    Under the names of its states, `values` has the new ones.
    """

    step: Any
    given: dict
    values: dict


class Line(NamedTuple):
    """The line of a step that computes a value: its equation's label or None, and its code."""

    label: Any = None
    code: str = ""


def record(run):
    """Call `run` and return its result and the list of the `Call`s of step functions in it.

    Another profile function of this thread pauses meanwhile.
    """
    watched, given, calls = {id(step.__code__): step for step in STEPS}, [], []

    def watch(frame, event, returned):
        step = watched.get(id(frame.f_code))
        if step and event == "call":
            given.append(dict(frame.f_locals))
        elif step and event == "return" and returned is not None:  # None: an error passes through
            new = returned if isinstance(returned, tuple) else (returned,)
            values = {**frame.f_locals, **dict(zip(state_names(step), new, strict=True))}
            calls.append(Call(step, given.pop(), values))

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        return run(), calls
    finally:  # cProfile up to Python 3.11 is no function: it is switched on again
        getattr(before, "enable", lambda: sys.setprofile(before))()


def state_names(step):
    """Return the names of a step's states, its arguments between x and W: h, or h and c."""
    names = step.__code__.co_varnames
    return names[1 : names.index("W")]


@cache
def lines(step):
    """Return {name: Line} for each value of a step, in order; {} without source code."""
    try:
        source = inspect.getsource(step).splitlines()
    except OSError:
        return {}
    states, found = state_names(step), {}
    for names, code, label in (m.groups() for m in map(LINE.fullmatch, source) if m):
        if not names:  # "return o * activation(c), c" computes h; c stands above
            names, code = states[0], code.removesuffix(f", {states[-1]}")
        line = Line(label, f"{names} = {code}")
        found.update(dict.fromkeys(names.split(", "), line))
    return found
