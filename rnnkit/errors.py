"""One form for every error: place, given, expected, fix, in English and in Korean.

The words stand in messages.toml, one entry for each mistake; the book's page of messages is made
from it.
"""

import difflib
import functools
import importlib.resources
import tomllib

LABELS = ("given", "받은 것"), ("expected", "필요한 것"), ("fix", "고치는 법")
TYPES = {e.__name__: e for e in (ValueError, TypeError, FileNotFoundError, ImportError)}


def explain(place, what, ko, *, given, expected, fix):
    """Return an error text that says where, what was given, what was expected and how to repair it.

    Parameters
    ----------
    place : str
        The public name and the argument, for example ``"SimpleRNN input x"``.
    what, ko : str
        What is wrong, as one clause in English and one sentence in Korean.
    given, expected : object
        Shown as they are (shapes as tuples); numbers and shapes need no translation.
    fix : str
        The repair as code.

    Returns
    -------
    str
        Four lines.
    """
    lines = [f"{place}: {what} / {ko}"]
    for (en_label, ko_label), value in zip(LABELS, (given, expected, fix), strict=True):
        shown = " ".join(map(str.strip, str(value).splitlines()))  # an array's repr has many lines
        lines.append(f"  {en_label} / {ko_label}: {shown[:200]}")
    return "\n".join(lines)


def shown(value):
    """Return the first 60 characters of a value's repr, even where that raises an error."""
    try:
        return repr(value)[:60]
    except Exception:
        return f"<{type(value).__name__}>"


def with_type(value):
    """Return the value as text and its type: ``'2' (str)``."""
    return f"{shown(value)} ({type(value).__name__})"


@functools.cache
def messages():
    """Return the entries of messages.toml: dicts with what, ko, expected, fix and perhaps type."""
    file = importlib.resources.files(__package__).joinpath("messages.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def error(key, place, given, *, kind=None, **words):
    """Return the exception for a mistake, to be raised.

    Parameters
    ----------
    key : str
        Of the entry in messages.toml.
    place : str
        The public name and the argument.
    given : object
    kind : str, optional
        "ValueError" or "TypeError", where it depends on what was given.
    **words : object
        What stands in braces in the entry.

    Returns
    -------
    Exception
        Its text has four lines; its attribute ``key`` is the entry's.
    """
    entry = messages()[key]
    what, ko, expected, fix = (
        entry[part].format(**words) for part in ("what", "ko", "expected", "fix")
    )
    if "expected_ko" in entry:
        expected += " / " + entry["expected_ko"].format(**words)
    raised = TYPES[kind or entry.get("type", "ValueError")](
        explain(place, what, ko, given=given, expected=expected, fix=fix)
    )
    raised.key = key
    return raised


def unknown_name(place, name, known, fix="{}", kind="ValueError"):
    """Return the exception for a name that is not one of `known`.

    `fix` holds ``{}`` for the nearest name; where none is near, the list of names must do.
    """
    names = sorted(map(str, known))
    given = name.lower() if isinstance(name, str) else shown(name)
    near = difflib.get_close_matches(given, names, n=5, cutoff=0.6)
    listed = ", ".join(names)
    if near and len(listed) > 160:
        listed = ", ".join(near) + ", or another of its names"
    words = {"known": listed, "fix": fix.format(near[0]) if near else "one of the names above"}
    return error("unknown-name", place, shown(name), kind=kind, **words)
