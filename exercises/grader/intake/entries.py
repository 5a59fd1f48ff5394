"""What lies in a place: each file with its path and kind. Nothing is opened or unpacked yet."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..faults import FaultError

LARGEST = 100_000_000  # bytes of one file
WHOLE = 20_000_000_000  # bytes of all files of a place
MOST = 200_000  # files of a place
JUNK = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", ".ipynb_checkpoints", ".git"}
_UNSAFE = re.compile(r"[\x00-\x1f\x7f]|^[A-Za-z]:$")


@dataclass
class Entry:
    """One file of a place; `fault` is the code of what forbids to read it."""

    path: tuple[str, ...]
    size: int
    modified: float
    read: Callable[[], bytes]
    fault: str = ""

    @property
    def shown(self) -> str:
        """The path as it is shown to a person."""
        return "/".join(self.path)


def parts_of(name: str) -> tuple[tuple[str, ...], bool]:
    """Split a name of an archive into its parts, and tell whether it stays inside its folder."""
    parts = name.replace("\\", "/").split("/")
    absolute = parts[0] == "" or bool(re.match(r"[A-Za-z]:", parts[0]))
    kept = tuple(part for part in parts if part not in ("", "."))
    safe = not absolute and ".." not in kept and not any(map(_UNSAFE.search, kept))
    return kept, safe


def is_junk(parts: tuple[str, ...]) -> bool:
    """Tell whether an operating system left a file, and no student."""
    return not parts or any(part in JUNK or part.startswith("._") for part in parts)


def limited(read: Callable[[int], bytes]) -> bytes:
    """Read at most what a file may hold, whatever it says of itself.

    Raises
    ------
    FaultError
        If there is more, or if it can't be read.
    """
    try:
        data = read(LARGEST + 1)
    except FaultError:
        raise
    except Exception as error:  # each kind of archive has errors of its own
        said = (str(error).strip() or type(error).__name__).split("\n")[0]
        raise FaultError("unreadable", given=said[:120]) from None
    if len(data) > LARGEST:
        raise FaultError("too_large", given=f"> {LARGEST / 1e6:.0f} MB")
    return data


def in_folder(folder: Path) -> Iterator[Entry]:
    """Yield what lies in a folder, in a fixed order; links are neither followed nor opened."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        for name in sorted(files + links):
            path = Path(place, name)
            parts = path.relative_to(folder).parts
            if not is_junk(parts):
                yield of_file(path, parts)


def of_file(path: Path, parts: tuple[str, ...]) -> Entry:
    """Describe one file of a folder."""
    parts = tuple(readable(part) for part in parts)
    facts = path.lstat()
    fault = kind_of(facts.st_mode)
    if not fault and facts.st_size > LARGEST:
        fault = "too_large"
    if not all(part.isprintable() for part in parts):
        fault = fault or "unsafe_path"
    return Entry(parts, facts.st_size, facts.st_mtime, lambda: read_file(path), fault)


def read_file(path: Path) -> bytes:
    """Read a plain file; one that became a link in the meantime is refused."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

    def read(most: int) -> bytes:
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FaultError("special")
            return file.read(most)

    return limited(read)


def kind_of(mode: int) -> str:
    """Return the code of what is no plain file."""
    if stat.S_ISLNK(mode):
        return "link"
    return "" if stat.S_ISREG(mode) or not stat.S_IFMT(mode) else "special"


def readable(name: str) -> str:
    """Return a name in letters: UTF-8 as a rule, CP949 where a Korean Windows wrote it."""
    raw = os.fsencode(name)
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", errors="replace")
