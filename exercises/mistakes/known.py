"""A question that asks for a function, the right function, and the known-wrong ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from .difference import first_difference
from .finding import Finding, finding_of
from .outcomes import VARIES, Outcome, agree, outcome, outcomes

UNWRITTEN = "NotImplementedError"  # what a stub raises


@dataclass(frozen=True)
class Mistake:
    """A known-wrong function with its finding.

    A *twist* is one that goes astray in any function of its question, right or wrong: its first
    argument is that function. Two mistakes at once are a twist of another mistake.
    """

    name: str
    function: Callable
    finding: Finding
    twist: Callable | None = None


@dataclass
class Question:
    """One function that an assignment asks for.

    Attributes
    ----------
    function : str
        The name that the assignment gives it.
    right : callable
        A correct answer.
    probes : list of tuple
        Arguments with which functions are told apart: sizes that differ pairwise, and equal ones,
        so that swapped axes get through.
    axes : tuple of str, or callable
        The letters of each result's axes, for example ``("BTH", "BH")``; '' for a number. Where
        they depend on the arguments, a function that takes them.
    stand_ins : dict
        Right functions for the names of earlier questions that an answer may call: an earlier
        mistake must not hide this one.
    passages : dict
        Where the book speaks of a mistake, by code; else its entry among the thirty mistakes.
    chapter : str
        A label of the book: where to read when no known mistake agrees.
    """

    function: str
    right: Callable
    probes: list[tuple]
    axes: tuple[str, ...] | Callable[..., tuple[str, ...]]
    stand_ins: dict[str, Callable] = field(default_factory=dict)
    passages: dict[str, str] = field(default_factory=dict)
    chapter: str = "index"
    mistakes: list[Mistake] = field(default_factory=list)

    def mistake(self, code: str, *, ko: tuple[str, str], en: tuple[str, str]):
        """Register a known-wrong function; `ko` and `en` are (thought, look again)."""

        def register(function):
            finding = finding_of(code, ko, en, self.passages)
            self.mistakes.append(Mistake(function.__name__, function, finding))
            return function

        return register

    def twist(self, code: str, *, ko: tuple[str, str], en: tuple[str, str]):
        """Register a mistake that can be made in any function; that function comes first."""

        def register(function):
            finding = finding_of(code, ko, en, self.passages)
            wrong = partial(function, self.right)
            self.mistakes.append(Mistake(function.__name__, wrong, finding, function))
            return wrong

        return register

    def adopt(self, other: Question) -> None:
        """Take over the twists of a question whose function takes the same arguments."""
        twists = [one for one in other.mistakes if one.twist]
        self.mistakes += [replace(one, function=partial(one.twist, self.right)) for one in twists]

    def axes_at(self, probe: tuple) -> tuple[str, ...]:
        """Return the letters of each result's axes for some arguments."""
        return self.axes(*probe) if callable(self.axes) else self.axes

    @property
    def right_answer(self) -> dict[str, object]:
        """The names of a correct answer."""
        return {self.function: self.right}

    @property
    def wrong_answers(self) -> dict[str, tuple[dict[str, object], Finding]]:
        """The names of each known-wrong answer, with its finding."""
        return {one.name: ({self.function: one.function}, one.finding) for one in self.mistakes}

    def diagnose(self, namespace: Mapping, student: str = "") -> list[Finding]:
        """Name the mistake in a student's function, or two at once, or where it first differs."""
        function = namespace.get(self.function)
        if not callable(function):
            return []
        with borrowed(function, self.stand_ins):
            seen = outcomes(function, self.probes)
        unwritten = all(isinstance(one.value, str) and one.value == UNWRITTEN for one in seen)
        if unwritten or agree(seen, self.right_outcomes):
            return []
        for one, wrong in self.mistake_outcomes:
            if agree(seen, wrong):
                return [one.finding]
        for outer, inner in self.pairs() if any(map(computes, seen)) else ():
            if self.does(partial(outer.twist, inner.function), seen):
                return [outer.finding, inner.finding]
        axes = [self.axes_at(probe) for probe in self.probes]
        return [first_difference(seen, self.right_outcomes, axes, self.chapter)]

    def pairs(self) -> Iterator[tuple[Mistake, Mistake]]:
        """Give every two mistakes that can be made at once."""
        twists = [one for one in self.mistakes if one.twist]
        return ((outer, inner) for outer in twists for inner in self.mistakes if inner is not outer)

    def does(self, function: Callable, seen: list[Outcome]) -> bool:
        """Tell whether a function does what was seen; most are told apart at the first probe."""
        pairs = zip(self.probes, seen, strict=True)
        return all(agree([outcome(function, probe)], [one]) for probe, one in pairs)

    @cached_property
    def right_outcomes(self) -> list[Outcome]:
        """What the right function does at the probes."""
        return outcomes(self.right, self.probes)

    @cached_property
    def mistake_outcomes(self) -> list[tuple[Mistake, list[Outcome]]]:
        """What each mistake does at the probes."""
        return [(one, outcomes(one.function, self.probes)) for one in self.mistakes]


def computes(seen: Outcome) -> bool:
    """Tell whether a call gave something: two mistakes that only raise are like any other error."""
    return not isinstance(seen.value, str) or seen.value == VARIES


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
