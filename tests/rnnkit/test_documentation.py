"""Every public name of rnnkit is documented, and its examples run."""

import doctest
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

import rnnkit

BOOK = Path(__file__).resolve().parents[2] / "book"
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


def listed():
    """Return the names on the pages of the book that are made from docstrings."""
    pages = (BOOK / f"api-{name}.md" for name in ("layers", "steps", "training", "tools"))
    directive = re.compile(r"^\.\. auto(?:class|function):: rnnkit\.([\w.]+)$", re.MULTILINE)
    return [name for page in pages for name in directive.findall(page.read_text(encoding="utf-8"))]


def find(name):
    """Return the thing with a name as `listed` gives it."""
    module, _, own = name.rpartition(".")
    return getattr(importlib.import_module(f"rnnkit.{module}".rstrip(".")), own)


def public():
    """Return what a user can reach: rnnkit.__all__, and what its modules define."""
    own = {id(getattr(rnnkit, name)) for name in rnnkit.__all__}
    found = [getattr(rnnkit, name) for name in rnnkit.__all__]
    for module in filter(inspect.ismodule, list(found)):
        for name, thing in vars(module).items():
            ours = getattr(thing, "__module__", "") in (module.__name__, f"{module.__name__}.files")
            if not name.startswith("_") and ours and id(thing) not in own:
                found.append(thing)
    return [thing for thing in found if not inspect.ismodule(thing)]


def test_the_book_lists_every_public_name_once():
    things = [find(name) for name in listed()]
    assert len(things) == len(set(map(id, things)))
    missing = {thing.__qualname__ for thing in public()} - {t.__qualname__ for t in things}
    assert missing == set()


def callables(thing):
    """Return a class's own public methods, with the class for its __init__; or the function."""
    if not inspect.isclass(thing):
        return {thing.__qualname__: (thing, inspect.getdoc(thing))}
    init = vars(thing).get("__init__")
    found = {thing.__qualname__: (init, thing.__doc__)} if init else {}
    for name, method in vars(thing).items():
        if inspect.isfunction(method) and (not name.startswith("_") or name == "__call__"):
            found[method.__qualname__] = method, method.__doc__
    return found


@pytest.mark.parametrize("name", listed())
def test_every_argument_is_described(name):
    """By its name; one alone may be told of in a docstring of one line."""
    for place, (function, text) in callables(find(name)).items():
        code = inspect.unwrap(function).__code__
        names = code.co_varnames[1 if "." in function.__qualname__ else 0 : code.co_argcount]
        names += code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        section = text.partition("Parameters\n")[2] or text.partition("\n")[0]
        unsaid = set(names) - set(re.findall(r"\w+", section))
        brief = "\n" not in text.strip() and len(unsaid) == 1
        assert brief or unsaid == set(), f"{place}: {sorted(unsaid)}"
