"""A question that asks for shapes and counts, the right ones, and the known-wrong ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from .finding import Finding, finding_of


@dataclass(frozen=True)
class WrongValue:
    """A known-wrong value of one name, as a function of the sizes, with its finding."""

    answer: str
    value: Callable
    finding: Finding


@dataclass
class Prediction:
    """Names whose values an assignment asks for, before any code has run.

    Attributes
    ----------
    sizes : dict
        The letters that the question gives, for example ``{"B": 2, "T": 7, "D": 5, "H": 3}``.
    answers : dict
        For each name a function of the sizes that returns the right value.
    draw : callable, optional
        ``draw(student)`` gives the sizes of a student where every student has sizes of their own.
    """

    sizes: dict[str, int]
    answers: dict[str, Callable]
    draw: Callable[[str], dict[str, int]] | None = None
    passages: dict[str, str] = field(default_factory=dict)
    wrong_values: list[WrongValue] = field(default_factory=list)

    def wrong(self, answer: str, code: str, *, ko: tuple[str, str], en: tuple[str, str]):
        """Register a function of the sizes that gives a known-wrong value of one name."""

        def register(value):
            finding = finding_of(code, ko, en, self.passages)
            self.wrong_values.append(WrongValue(answer, value, finding))
            return value

        return register

    @property
    def right_answer(self) -> dict[str, object]:
        """The names of a correct answer."""
        return {name: value(**self.sizes) for name, value in self.answers.items()}

    @property
    def wrong_answers(self) -> dict[str, tuple[dict[str, object], Finding]]:
        """The names of each known-wrong answer, with its finding."""
        return {
            one.value.__name__: ({one.answer: one.value(**self.sizes)}, one.finding)
            for one in self.wrong_values
        }

    def sizes_of(self, student: str = "") -> dict[str, int]:
        """Return the sizes that a student was given."""
        return self.draw(student) if self.draw and student else self.sizes

    def diagnose(self, namespace: Mapping, student: str = "") -> list[Finding]:
        """Name the mistake behind each wrong value that is a known one."""
        sizes = self.sizes_of(student)
        found = []
        for answer, right in self.answers.items():
            given = namespace.get(answer)
            if given is None or equal(given, right(**sizes)):
                continue
            known = [one for one in self.wrong_values if one.answer == answer]
            found += [one.finding for one in known if equal(given, one.value(**sizes))][:1]
        return [one for i, one in enumerate(found) if one not in found[:i]]


def equal(given, value) -> bool:
    """Compare a shape, a number, a truth value or a word with a value of the same kind."""
    if isinstance(value, tuple):
        kinds = isinstance(given, (tuple, list)) and len(given) == len(value)
        return kinds and all(map(equal, given, value))
    if isinstance(value, (bool, str)):
        return isinstance(given, (bool, np.bool_, str)) and given == value
    number = isinstance(given, (int, float, np.number)) and not isinstance(given, bool)
    return number and bool(np.isclose(given, value, 1e-4, 1e-6))
