"""What a case is, and the list of all of them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field

import nbformat

from .assignment import ALL, RIGHT, WRONG, fill


@dataclass(frozen=True)
class Case:
    """One submission.

    Attributes
    ----------
    group : str
        points, cells, exhausts, host or innocent.
    earns : float
        Points that it must get.
    flags : tuple of str
        What a teacher must be told, by the names in `exercises.grader.flags`; None: anything.
    """

    name: str
    group: str
    text: str
    earns: float
    flags: tuple[str, ...] | None
    make: Callable = field(repr=False)

    def submission(self, released) -> nbformat.NotebookNode | bytes:
        """Return what is handed in."""
        released = copy.deepcopy(released)
        made = self.make(released) if self.make.__code__.co_argcount else self.make()
        if not isinstance(made, str):
            return made
        answers = RIGHT if self.group == "innocent" else WRONG
        return fill(released, {**answers, "double": unindented(made)})


def unindented(code: str) -> str:
    """Take the first line's indentation from every line that has it."""
    lines = code.strip("\n").split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line.removeprefix(" " * margin) for line in lines).strip()


CASES: dict[str, Case] = {}


def group(name: str, earns: float):
    """Return the decorator of a group; `earns` is what its cases get unless they say otherwise."""
    default = () if name in ("innocent", "cells") else None

    def case(function=None, *, earns: float = earns, flags: tuple[str, ...] | None = default):
        def register(make):
            assert make.__name__ not in CASES, make.__name__
            text = (make.__doc__ or "").strip()
            CASES[make.__name__] = Case(make.__name__, name, text, earns, flags, make)
            return make

        return register if function is None else register(function)

    return case


def load() -> dict[str, Case]:
    """Return every case."""
    from . import cells, exhausts, host, innocent, points, talks  # noqa: F401  (they register)

    return CASES


__all__ = ["ALL", "CASES", "Case", "group", "load"]
