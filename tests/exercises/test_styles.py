"""Right answers in many styles: full points, and no mistake is seen in them."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from exercises import mistakes
from tests.exercises import course
from tests.exercises.styles import written

FUNCTIONS = [
    (name, key)
    for name, asked in mistakes.ASSIGNMENTS.items()
    for key, one in asked.items()
    if isinstance(one, mistakes.Question)
]
each_function = pytest.mark.parametrize(("assignment", "question"), FUNCTIONS)


class AsObject:
    """A right function as an object that can be called."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *given):
        return self.function(*given)


def each_array(change):
    """Return a style that changes every array that a right function returns."""

    def style(function):
        def styled(*given):
            found = function(*given)
            several = isinstance(found, tuple)
            return tuple(map(change, found)) if several else change(found)

        return styled

    return style


def unchanged_lists(function):
    """Return a style that reads its arguments as Python lists and back before it computes."""
    return lambda *given: function(*map(through_lists, given))


def through_lists(value):
    """Copy an array through a list."""
    return np.array(value.tolist()) if isinstance(value, np.ndarray) else value


MANNERS = {
    "object": AsObject,
    "partial": functools.partial,
    "any arguments": lambda function: lambda *given, **named: function(*given, **named),
    "float32": each_array(lambda array: np.asarray(array, dtype="float32")),
    "float64": each_array(lambda array: np.asarray(array, dtype="float64")),
    "Fortran order": each_array(lambda array: np.array(array, order="F")),
    "big-endian": each_array(lambda array: np.asarray(array, dtype=">f8")),
    "a copy": each_array(np.array),
    "a view": each_array(lambda array: np.stack([array, array])[0]),
    "read-only": each_array(lambda array: np.broadcast_to(array, np.shape(array))),
    "lists": each_array(lambda array: np.asarray(array).tolist()),
    "through lists": unchanged_lists,
    "a list of results": lambda function: as_list(function),
}


def as_list(function):
    """Return several results in a list where a tuple is expected."""

    def styled(*given):
        found = function(*given)
        return [*found] if isinstance(found, tuple) else found

    return styled


@each_function
def test_there_are_several_written_styles(assignment, question):
    functions = written(assignment)[question]
    assert len(functions) >= 4
    assert len({one.__doc__ or one.__name__ for one in functions}) == len(functions)


@each_function
def test_every_style_is_right_and_has_no_diagnosis(assignment, question):
    asked = mistakes.ASSIGNMENTS[assignment][question]
    styles = [*written(assignment)[question], *(manner(asked.right) for manner in MANNERS.values())]
    assert len(styles) + 3 >= 20, "with the named answers"
    for style in styles:
        found = mistakes.diagnose(assignment, question, {asked.function: style})
        assert found == [], (getattr(style, "__doc__", style), found)


@each_function
def test_every_written_style_gets_full_points(assignment, question):
    """Played with the tests of the source; the other manners change the results' type alone."""
    played = course.played(assignment)["correct"]["styles"]
    for name, tests in played.items():
        if name.startswith(f"{question}: "):
            said = {key: one["said"] for key, one in tests.items() if one["said"]}
            assert said == {}, name
