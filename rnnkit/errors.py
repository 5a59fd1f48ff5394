"""One form for every error: place, given, expected, fix, in English and in Korean."""

import difflib

LABELS = (
    ("given", "받은 것"),
    ("expected", "필요한 것"),
    ("fix", "고치는 법"),
)


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
        shown = " ".join(map(str.strip, str(value).splitlines()))[
            :200
        ]  # an array's repr has lines of its own
        lines.append(f"  {en_label} / {ko_label}: {shown}")
    return "\n".join(lines)


def unknown_name(place, name, known, fix):
    """Return the text for a name that is not one of `known`.

    `fix` holds ``{}`` for the nearest name; where none is near, the list of names must do.
    """
    nearest = difflib.get_close_matches(str(name).lower(), known, n=1, cutoff=0.6)
    return explain(
        place,
        "unknown name",
        "모르는 이름입니다.",
        given=repr(name),
        expected=", ".join(sorted(known)),
        fix=fix.format(nearest[0]) if nearest else "one of the names above",
    )
