"""Calls with missing, unknown or too many arguments, explained in rnnkit's own words."""

import functools
import inspect
import re

from .errors import error, unknown_name


def checked(function):
    """Let a public function explain a call that does not fit its arguments.

    Python's own TypeError is looked at only after it was raised: a good call costs nothing more.

    Parameters
    ----------
    function : callable

    Returns
    -------
    callable
        With the same name, signature and docstring.
    """

    @functools.wraps(function)
    def call(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except TypeError as raised:
            problem = None if hasattr(raised, "key") else _misfit(function, args, kwargs)
            if problem is None:
                raise
        raise problem

    return call


def check_methods(cls):
    """Let all public methods of a class explain such calls."""
    for name, method in list(vars(cls).items()):
        public = name in ("__init__", "__call__") or not name.startswith("_")
        if public and inspect.isfunction(method):
            setattr(cls, name, checked(method))
    return cls


def _misfit(function, args, kwargs):
    """Return the exception for arguments that do not fit, or None when they do."""
    signature = inspect.signature(function)
    try:
        signature.bind(*args, **kwargs)
    except TypeError as raised:
        _, method, name = function.__qualname__.rpartition(".")
        owner = type(args[0]).__name__ if method else ""
        places = {"__init__": owner, "__call__": f"{owner} call"}
        place = places.get(name, f"{owner}{method}{name}")
        names = [n for n in signature.parameters if n not in ("self", "kwargs", "options", "args")]
        if unexpected := re.search("unexpected keyword argument '(.+)'", str(raised)):
            kind, fix = "TypeError", f"{place.removesuffix(' call')}(..., {{}}=...)"
            return unknown_name(f"{place} argument", unexpected[1], names, fix, kind)
        missing = re.search("missing a required .*argument: '(.+)'", str(raised))
        given = f"no {missing[1]}" if missing else f"{len(args)} arguments, {', '.join(kwargs)}"
        return error("arguments", place, given, names=", ".join(names), name=names[0])
    return None
