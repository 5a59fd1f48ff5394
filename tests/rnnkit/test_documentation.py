"""Every public name of rnnkit is documented, and its examples run."""

import doctest
import importlib
import inspect
import pkgutil

import pytest

import rnnkit

MODULES = ["rnnkit", *(f"rnnkit.{found.name}" for found in pkgutil.iter_modules(rnnkit.__path__))]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_public_names_have_docstrings(name):
    module = importlib.import_module(name)
    own = [
        thing
        for public, thing in vars(module).items()
        if not public.startswith("_") and getattr(thing, "__module__", None) == name
    ]
    methods = [
        method
        for cls in filter(inspect.isclass, own)
        for public, method in vars(cls).items()
        if inspect.isfunction(method) and not public.startswith("_")
    ]
    missing = [thing.__qualname__ for thing in [*own, *methods] if not inspect.getdoc(thing)]
    assert module.__doc__ and missing == []
