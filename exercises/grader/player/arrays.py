"""Arrays as ``.npy`` bytes, read without evaluating a header and without trusting a size."""

from __future__ import annotations

import math
import re

import numpy as np

from .limits import LIMITS

KINDS = "biufcSU"  # no objects, no records


class WireError(ValueError):
    """A message that this side does not accept, or a value that cannot cross."""


_HEAD = re.compile(
    rb"\{'descr': '([<>|=][biufcSU]\d{1,8})', 'fortran_order': (True|False), "
    rb"'shape': \(((?:\d{1,19}, ?)*(?:\d{1,19},?)?)\), \} *\n"
)


def npy(array: np.ndarray) -> bytes:
    """Return an array as a ``.npy`` file (version 1.0, as NumPy writes it)."""
    fortran = array.flags.f_contiguous and not array.flags.c_contiguous
    form = {"descr": array.dtype.str, "fortran_order": fortran}
    text = "{" + "".join(f"{key!r}: {one!r}, " for key, one in form.items())
    text += f"'shape': {array.shape!r}, }}"
    text += " " * (-(len(text) + 11) % 64) + "\n"
    head = b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text.encode()
    return head + array.tobytes("F" if fortran else "C")


def facts_of(head: bytes) -> tuple[tuple[int, ...], bool, np.dtype]:
    """Read the head of a ``.npy`` file: shape, order, dtype; NumPy's reader would evaluate it."""
    found = _HEAD.fullmatch(head[10:])
    if head[:8] != b"\x93NUMPY\x01\x00" or found is None:
        raise WireError("no array")
    dtype, fortran, sizes = found.groups()
    shape = tuple(int(size) for size in sizes.decode().split(",") if size.strip())
    try:
        return shape, fortran == b"True", np.dtype(dtype.decode())
    except TypeError:
        raise WireError("no dtype") from None


def array_of(data: bytes) -> np.ndarray:
    """Read a ``.npy`` file; nothing is allocated before its size was compared with its header."""
    start = 10 + int.from_bytes(data[8:10], "little")
    if start > min(len(data), 2000):
        raise WireError("no array")
    shape, fortran, dtype = facts_of(data[:start])
    count = math.prod(shape)
    if len(shape) > 32 or count * dtype.itemsize != len(data) - start:
        raise WireError("an array whose size is not the size of its data")
    if not dtype.itemsize or not count:
        if count > LIMITS.items:
            raise WireError("an array of nothing, too often")
        return np.zeros(shape, dtype)
    flat = np.frombuffer(data, dtype, count, start).copy()
    return flat.reshape(shape, order="F" if fortran else "C")
