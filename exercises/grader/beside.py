"""Files beside a notebook: the teacher's data, and what a student handed in with it."""

from __future__ import annotations

from pathlib import Path

MOST, LARGEST = 200, 32 << 20  # files of one submission, bytes of all of them


def files(folder, given=None) -> list[list]:
    """Return names and contents; the teacher's file wins, links are no files."""
    found: dict[str, bytes] = {}
    for place in filter(None, (folder, given)):
        for name, path in paths(Path(place)).items():
            found[name] = path.read_bytes()
    return [[name, data] for name, data in sorted(found.items())]


def paths(folder: Path) -> dict[str, Path]:
    """Return the plain files of a folder, up to a number and a size, notebooks left out."""
    kept, size = {}, 0
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.suffix == ".ipynb":
            continue
        if not path.resolve().is_relative_to(folder.resolve()):
            continue
        size += path.stat().st_size
        if len(kept) < MOST and size <= LARGEST:
            kept[str(path.relative_to(folder))] = path
    return kept
