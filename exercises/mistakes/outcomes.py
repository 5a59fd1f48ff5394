"""What a call does: its values, whether they vary, whether it changed its arguments."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import numpy as np

VARIES = "varies"


@dataclass(frozen=True)
class Outcome:
    """The outcome of one call: arrays nested in tuples, or the name of an exception."""

    value: object
    changed: tuple[int, ...] = ()  # places of the arguments that are not what they were


def outcomes(function, probes: list[tuple]) -> list[Outcome]:
    """Call a function once for each probe, and again to see whether chance is at work."""
    return [outcome(function, arguments) for arguments in probes]


def outcome(function, arguments: tuple) -> Outcome:
    """Describe one call; the probe itself is never handed out."""
    with np.errstate(all="ignore"):
        first, changed = call(function, arguments)
        second, _ = call(function, arguments)
    return Outcome(first if same(first, second) else VARIES, changed)


def call(function, arguments: tuple) -> tuple[object, tuple[int, ...]]:
    """Return the plain value of one call and the places of changed arguments."""
    given = copy.deepcopy(arguments)
    try:
        value = plain(function(*given))
    except (Exception, SystemExit) as error:
        value = type(error).__name__
    pairs = enumerate(zip(arguments, given, strict=True))
    return value, tuple(i for i, (old, new) in pairs if not same(plain(old), plain(new)))


def plain(value) -> object:
    """Copy a result into arrays of float64 and tuples; anything else becomes its type's name."""
    if isinstance(value, (np.ndarray, int, float, np.number)):
        return np.array(value, dtype=np.float64)
    if isinstance(value, (tuple, list)):
        parts = tuple(plain(part) for part in value)
        shapes = {part.shape if isinstance(part, np.ndarray) else None for part in parts}
        whole = isinstance(value, list) and len(shapes) == 1 and None not in shapes
        return np.array(parts) if whole else parts  # a list of equal arrays counts as one array
    return type(value).__name__


def same(one, two) -> bool:
    """Compare two plain values; arrays up to what float32 can lose.

    ``[h, c]`` may be two results or one array of two: it is the same as either.
    """
    if isinstance(one, tuple) != isinstance(two, tuple):
        one, two = split(one), split(two)
    if isinstance(one, tuple) or isinstance(two, tuple):
        one, two = apart(one), apart(two)
        several = isinstance(one, tuple) and isinstance(two, tuple) and len(one) == len(two)
        return several and all(map(same, one, two))
    if isinstance(one, np.ndarray) and isinstance(two, np.ndarray):
        return one.shape == two.shape and bool(close(one, two).all())
    return isinstance(one, str) and isinstance(two, str) and one == two


def split(value) -> object:
    """Return the tuple of the parts of an array along its first axis; all else as it is."""
    return tuple(map(np.asarray, value)) if isinstance(value, np.ndarray) and value.ndim else value


def apart(value) -> object:
    """Take an array apart along its first axis: a list of equal arrays may stand for a tuple."""
    return tuple(map(np.asarray, value)) if isinstance(value, np.ndarray) and value.ndim else value


def close(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    """Tell for each element whether two arrays of one shape agree."""
    return np.isclose(one, two, 1e-5, 1e-7, equal_nan=True)


def agree(some: list[Outcome], others: list[Outcome]) -> bool:
    """Tell whether two functions did the same at every probe."""
    pairs = zip(some, others, strict=True)
    return all(a.changed == b.changed and same(a.value, b.value) for a, b in pairs)
