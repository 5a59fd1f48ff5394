"""What lies in a zip or a tar: listed from its own index, read one file at a time under limits.

Nothing is ever written under a name that an archive gives, and no size is believed.
"""

from __future__ import annotations

import io
import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from ..faults import FaultError
from .entries import LARGEST, MOST, WHOLE, Entry, is_junk, kind_of, limited, parts_of, readable

UTF8, ENCRYPTED = 0x800, 0x1  # flags of a zip's entry
HEADER = 1 << 20  # bytes of a tar's extended header


def is_archive(path: Path) -> bool:
    """Tell whether a file is a zip or a tar."""
    if zipfile.is_zipfile(path):
        return True
    try:
        with tarfile.open(path, tarinfo=CarefulInfo):  # its first header is read here already
            return True
    except (tarfile.TarError, OSError, EOFError, ValueError):
        return False


def in_archive(path: Path, keep: ExitStack) -> Iterator[Entry]:
    """Yield what lies in an archive; `keep` closes it when all has been read.

    Raises
    ------
    FaultError
        If it holds too much, or is damaged.
    """
    try:
        yield from (in_zip if zipfile.is_zipfile(path) else in_tar)(path, keep)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError) as error:
        raise FaultError("unreadable", given=str(error)[:120]) from None


def in_zip(path: Path, keep: ExitStack) -> Iterator[Entry]:
    """Yield a zip's files."""
    archive = keep.enter_context(zipfile.ZipFile(path))
    budget = Budget()
    if len(archive.infolist()) > MOST:
        raise FaultError("too_many", given=f"{len(archive.infolist())}")
    for info in archive.infolist():
        parts, safe = parts_of(zip_name(info))
        if info.is_dir() or is_junk(parts):
            continue
        mode = info.external_attr >> 16
        fault = "" if safe else "unsafe_path"
        if not fault and stat.S_IFMT(mode):
            fault = kind_of(mode)
        if not fault and info.flag_bits & ENCRYPTED:
            fault = "encrypted"
        if not fault and info.file_size > LARGEST:
            fault = "too_large"
        yield Entry(parts, info.file_size, zip_time(info), reader(archive, info, budget), fault)


class Budget:
    """What all files of an archive may hold together."""

    def __init__(self):
        self.rest = WHOLE

    def spend(self, size: int) -> None:
        """Take what was read from what is left."""
        self.rest -= size
        if self.rest < 0:
            raise FaultError("bomb", given=f"> {WHOLE / 1e9:.0f} GB")


def reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget):
    """Return what reads one file of a zip."""

    def read() -> bytes:
        def some(most: int) -> bytes:
            with archive.open(info) as file:
                return file.read(most)

        data = limited(some)
        budget.spend(len(data))
        return data

    return read


def zip_name(info: zipfile.ZipInfo) -> str:
    """Return a name as it was written; one that isn't marked UTF-8 may be Korean Windows'."""
    if info.flag_bits & UTF8:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437", errors="surrogateescape")
    for encoding in ("utf-8", "cp949", "cp437"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.orig_filename


def zip_time(info: zipfile.ZipInfo) -> float:
    """Return when a file was changed; a zip has no zone, so this orders files and no more."""
    try:
        return datetime(*info.date_time, tzinfo=UTC).timestamp()
    except ValueError:
        return 0.0


class CarefulInfo(tarfile.TarInfo):
    """A tar's header whose extensions are small: the stock one reads any size into memory."""

    def _proc_member(self, archive):
        extension = self.type in (b"x", b"g", b"X", b"L", b"K")
        if extension and self.size > HEADER:
            raise tarfile.HeaderError(f"extended header of {self.size} bytes")
        return super()._proc_member(archive)


def in_tar(path: Path, keep: ExitStack) -> Iterator[Entry]:
    """Yield a tar's files; their bytes lie in one unnamed file until the last is read."""
    place, count, whole = 0, 0, 0
    kept = tempfile.TemporaryFile()  # noqa: SIM115  (`keep` closes it)
    keep.enter_context(kept)
    with tarfile.open(path, "r:*", tarinfo=CarefulInfo) as archive:
        for member in archive:
            count, whole = count + 1, whole + member.size
            if count > MOST:
                raise FaultError("too_many", given=f"> {MOST}")
            if whole > WHOLE:
                raise FaultError("bomb", given=f"> {WHOLE / 1e9:.0f} GB")
            archive.members = []  # a long archive is not kept in memory
            parts, safe = parts_of(readable(member.name))
            if member.isdir() or is_junk(parts):
                continue
            fault = "" if safe else "unsafe_path"
            if not member.isreg():
                fault = fault or ("link" if member.issym() or member.islnk() else "special")
            if not fault and member.size > LARGEST:
                fault = "too_large"
            size = 0
            if not fault:
                data = limited(archive.extractfile(member).read)
                kept.seek(place)
                size = kept.write(data)
            yield Entry(parts, member.size, member.mtime, piece(kept, place, size), fault)
            place += size


def piece(kept: io.BufferedRandom, place: int, size: int):
    """Return what reads one file of a tar again."""

    def read() -> bytes:
        kept.seek(place)
        return kept.read(size)

    return read
