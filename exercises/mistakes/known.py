"""A question of an assignment, the right function, and the known-wrong ones."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field

from .outcomes import agree, outcomes


@dataclass(frozen=True)
class Finding:
    """What a student is told: the mistake's code, the thought behind it, what to look at again."""

    code: str
    thought: dict[str, str]
    look_again: dict[str, str]
    link: str  # a label of the book


@dataclass(frozen=True)
class Mistake:
    """A known-wrong function with its finding."""

    name: str
    function: Callable
    finding: Finding


@dataclass
class Question:
    """One function that an assignment asks for.

    Attributes
    ----------
    right : callable
        A correct answer.
    probes : list of tuple
        Arguments with which functions are told apart: sizes that differ pairwise, and equal ones,
        so that swapped axes get through.
    stand_ins : dict
        Right functions for the names of earlier questions that an answer may call: an earlier
        mistake must not hide this one.
    passages : dict
        Where the book speaks of a mistake, by code; else its entry among the thirty mistakes.
    """

    right: Callable
    probes: list[tuple]
    stand_ins: dict[str, Callable] = field(default_factory=dict)
    passages: dict[str, str] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def mistake(self, code: str, *, ko: tuple[str, str], en: tuple[str, str]):
        """Register a known-wrong function; `ko` and `en` are (thought, look again)."""

        def register(function):
            thought, look_again = ({"ko": k, "en": e} for k, e in zip(ko, en, strict=True))
            passage = self.passages.get(code, code.lower())
            finding = Finding(code, thought, look_again, passage)
            self.mistakes.append(Mistake(function.__name__, function, finding))
            return function

        return register

    def diagnose(self, function) -> Finding | None:
        """Return the finding of the first mistake that does what `function` does at every probe."""
        with borrowed(function, self.stand_ins):
            seen = outcomes(function, self.probes)
        if agree(seen, outcomes(self.right, self.probes)):
            return None
        for known in self.mistakes:
            if agree(seen, outcomes(known.function, self.probes)):
                return known.finding
        return None


@contextmanager
def borrowed(function, names: dict[str, Callable]):
    """Let a function see other global functions under their names while it is looked at."""
    space = getattr(function, "__globals__", {})
    before = {name: space[name] for name in names if name in space}
    space.update({name: names[name] for name in before})
    try:
        yield
    finally:
        space.update(before)
