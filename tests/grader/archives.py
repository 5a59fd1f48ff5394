"""Hostile and odd archives, made when a test asks for one."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from pathlib import Path


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    """Write a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def special_zip(path: Path, name: str, data: bytes, mode: int) -> Path:
    """Write a zip of one file of another kind: a link, a pipe, a device."""
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (mode | 0o644) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, data)
    return path


def cp949_zip(path: Path, files: dict[str, bytes]) -> Path:
    """Write a zip as Windows in Korean does: names in CP949, and nothing that says so."""

    class Windows(zipfile.ZipInfo):
        def _encodeFilenameFlags(self):  # noqa: N802  (zipfile's name)
            return self.filename.encode("cp949"), self.flag_bits & ~0x800

    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(Windows(name), data)
    return path


def bomb(path: Path, name: str, megabytes: int, said: int | None = None) -> Path:
    """Write a zip of zeros; `said` is the size that its index gives instead of the true one."""
    zipped(path, {name: bytes(megabytes << 20)})
    if said is not None:
        data = path.read_bytes()
        true = (megabytes << 20).to_bytes(4, "little")
        path.write_bytes(data.replace(true, said.to_bytes(4, "little")))
    return path


def tarred(path: Path, members: list[tuple[tarfile.TarInfo, bytes]], mode: str = "w:gz") -> Path:
    """Write a tar."""
    with tarfile.open(path, mode) as archive:
        for info, data in members:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def member(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    """Describe one member of a tar."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


LINK, PIPE, DEVICE = stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR
