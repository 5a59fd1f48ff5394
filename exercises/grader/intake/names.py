"""Whose a file is, and which assignment's: read from its path, as each system writes it.

nbgrader's exchange: `inbound/STUDENT+ASSIGNMENT+TIME+…/file`, and `STUDENT/ASSIGNMENT/file`.
Moodle ("Download all submissions"): `Full Name_NUMBER_assignsubmission_file_/file`, or one name
without folders (docs.moodle.org, "Assignment activity"; the number is the participant's).
Canvas ("Download Submissions"): `name_NUMBER_NUMBER_file` or `name_LATE_NUMBER_NUMBER_file`, the
first number being the user's; a resubmission gets `-1` before its ending (Canvas guides).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

_EXCHANGE = re.compile(
    r"(?P<student>.+)\+(?P<assignment>[^+]+)\+(?P<stamp>\d{4}-\d\d-\d\d[ T].+?)(?:\+[0-9a-f-]{6,})?"
)
_MOODLE = re.compile(
    r"(?P<name>.+?)_(?P<lms>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<file>.*)"
)
_CANVAS = re.compile(r"(?P<name>[^_]+)_(?:LATE_)?(?P<lms>\d+)_(?P<file_id>\d+)_(?P<file>.+)")
_COPY = re.compile(r"(?:\s*\(\d+\)|[-_ ]\d{1,2}|\s*-?\s*(?:copy|사본|복사본)(?:\s*\d+)?)+$", re.I)
_ENDINGS = (".ipynb", ".ipynb.txt", ".ipynb.json")
STEPS = {"submitted", "inbound", "submissions", "autograded"}


@dataclass(frozen=True)
class Whose:
    """What a path says: the student as written, the LMS's name and number, the time, the file."""

    student: str
    file: str
    handed_in: str = ""  # which of several submissions of one student
    stamp: str = ""
    name: str = ""
    lms: str = ""


def same(text: str) -> str:
    """Return a text without what systems change on the way: composed letters, letter case."""
    return unicodedata.normalize("NFC", text).casefold().strip()


def is_notebook(file: str) -> bool:
    """Tell whether a name is a notebook's; browsers add an ending of their own."""
    return file.lower().endswith(_ENDINGS)


def stem(file: str) -> str:
    """Return a notebook's name without its ending."""
    low = file.lower()
    ending = next(one for one in reversed(_ENDINGS) if low.endswith(one))
    return file[: -len(ending)]


def is_copy_of(file: str, assignment: str) -> bool:
    """Tell whether a name is the assignment's but for letter case, composition or a ' (1)'."""
    return same(_COPY.sub("", stem(file))) == same(assignment)


def whose(path: tuple[str, ...], assignment: str, others: frozenset[str]) -> Whose | None:
    """Read a path; None if it belongs to another assignment.

    Parameters
    ----------
    path : tuple of str
        Without a common top folder.
    assignment : str
    others : frozenset of str
        The course's other assignments, through `same`.
    """
    path = tuple(unicodedata.normalize("NFC", part) for part in path)
    file = path[-1]
    for index, part in enumerate(path[:-1]):
        found = _EXCHANGE.fullmatch(part)
        if found:
            rest = "/".join(path[index + 1 :])
            right = same(found["assignment"]) == same(assignment)
            return Whose(found["student"], rest, part, found["stamp"]) if right else None
    for index, part in enumerate(path):
        found = _MOODLE.fullmatch(part)
        if found:
            rest = "/".join(path[index + 1 :]) or found["file"]
            return Whose("", rest, name=found["name"], lms=found["lms"])
    found = _CANVAS.fullmatch(file)
    if found and len(path) == 1:
        return Whose("", found["file"], name=found["name"], lms=found["lms"])
    return in_tree(path, assignment, others)


def in_tree(path: tuple[str, ...], assignment: str, others: frozenset[str]) -> Whose | None:
    """Read `STUDENT/ASSIGNMENT/file`, `STUDENT/file`, or a file with the student's name."""
    folders = [same(part) for part in path[:-1]]
    if same(assignment) in folders[1:]:
        index = folders.index(same(assignment), 1)
        return Whose(path[index - 1], "/".join(path[index + 1 :]))
    if set(folders[1:2]) & others:
        return None
    if folders and folders[0] != same(assignment):
        return Whose(path[0], "/".join(path[1:]))
    file = path[-1]
    if len(path) > 2:  # ASSIGNMENT/STUDENT/file
        return Whose(path[1], "/".join(path[2:]))
    return Whose(student_in(file, assignment), file)


def student_in(file: str, assignment: str) -> str:
    """Return the student that a single file's name holds: `ada.ipynb`, `02-unfolding_ada.ipynb`."""
    if not is_notebook(file):
        return ""
    name, wanted = stem(file), re.escape(assignment)
    name = re.sub(rf"^{wanted}(?:[-_ ]+|$)|[-_ ]+{wanted}$", "", name, flags=re.I)
    return "" if re.fullmatch(r"(?:\s*\(\d+\))?", name) else _COPY.sub("", name) or name


def top_of(paths: list[tuple[str, ...]], assignments: frozenset[str]) -> int:
    """Return how many folders at the top are all files' and no student's."""
    depth = 0
    while True:
        heads = {path[depth] for path in paths if len(path) > depth + 1}
        if len(heads) != 1 or any(len(path) <= depth + 1 for path in paths):
            return depth
        head = next(iter(heads))
        seconds = {path[depth + 1] for path in paths}
        deep = all(len(path) > depth + 2 for path in paths)
        known = same(head) in STEPS or _EXCHANGE.fullmatch(next(iter(seconds)))
        listed = any(_MOODLE.fullmatch(one) or _CANVAS.fullmatch(one) for one in seconds)
        if _EXCHANGE.fullmatch(head) or _MOODLE.fullmatch(head):
            return depth
        if {same(one) for one in seconds} & assignments:
            return depth
        if not (known or listed or (deep and len(seconds) > 1)):
            return depth
        depth += 1


def is_of_exchange(path: tuple[str, ...]) -> bool:
    """Tell whether a path lies in a submission of nbgrader's exchange."""
    return any(_EXCHANGE.fullmatch(part) for part in path[:-1])


def is_safe_file(file: str) -> bool:
    """Tell whether a file may be written under its name beside a notebook."""
    parts = PurePosixPath(file).parts
    return bool(parts) and all(
        part.isprintable() and part not in (".", "..") and len(part.encode()) <= 200
        for part in parts
    )
