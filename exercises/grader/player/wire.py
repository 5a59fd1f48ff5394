"""Values between judge and player: JSON, and arrays as ``.npy`` bytes. Never pickles.

A value arrives as what it is or not at all. Types are compared by identity: a subclass with ideas
of its own about ``==`` or ``__array__`` stays where it is, and the other side gets a handle to it.

==============================  ====================================================
JSON                            stands for
==============================  ====================================================
``null true "text" 3 2.5``      themselves
``["int", "0x…"]``              an integer beyond 53 bits
``["complex", 1.0, 2.0]``
``["list", …]`` and the like    ``tuple set frozenset bytes range slice dict ellipsis``
``["array", 0]``                the array in blob 0, ``"fixed"`` if it can't be written; ``scalar``
``["name", "numpy.float32"]``   a type that both sides have
``["same", 0]``                 the argument of that number, itself
``["mine", 7, …]``              a handle: the value stays where it is; ``["yours", 7]`` goes back
==============================  ====================================================
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .arrays import KINDS, WireError, array_of, npy
from .limits import LIMITS, Limits

EXACT = 1 << 53
_PYTHON = (bool, int, float, complex, str, bytes, list, tuple, dict, set, object)
_NUMPY = {one for one in set(np.sctypeDict.values()) if np.dtype(one).kind in KINDS}
NAMES = {f"{one.__module__}.{one.__name__}": one for one in (*_PYTHON, *_NUMPY)}
_NAMED = {type_: name for name, type_ in NAMES.items()}
_ATOMS = (type(None), bool, str)


def tensor_module():
    """Return TensorFlow if this process has it."""
    import sys

    return sys.modules.get("tensorflow")


def is_tensor(value) -> bool:
    """Tell whether a value is an eager tensor or a variable of TensorFlow or Keras."""
    name = f"{type(value).__module__}.{type(value).__qualname__}"
    return name in {
        "tensorflow.python.framework.ops.EagerTensor",
        "tensorflow.python.ops.resource_variable_ops.ResourceVariable",
        "keras.src.backend.tensorflow.core.Variable",
    }


class Writer:
    """Turns values into JSON and blobs.

    Parameters
    ----------
    handle : callable
        Keeps a value that cannot cross and returns its JSON, or raises WireError.
    same : dict
        Arguments of the call under way by identity, so that one that comes back is recognised.
    """

    def __init__(self, handle: Callable, same: dict[int, int] | None = None, limits=LIMITS):
        self.handle, self.same, self.limits = handle, same or {}, limits
        self.blobs: list[bytes] = []
        self.items = self.bytes = 0

    def write(self, value, depth: int = 0):
        """Return the JSON of a value."""
        self.items += 1
        if self.items > self.limits.items or depth > self.limits.depth:
            raise WireError("the value is too large or too deep / 값이 너무 크거나 깊습니다")
        type_ = type(value)
        if id(value) in self.same:
            return ["same", self.same[id(value)]]
        if type_ in _ATOMS:
            return self.atom(value)
        if type_ is int:
            return value if abs(value) <= EXACT else ["int", self.hexadecimal(value)]
        if type_ is float:
            return value
        write = getattr(self, f"_{type_.__name__}", None) if type_ in _CONTAINERS else None
        if write is not None:
            return write(value, depth + 1)
        return self.other(value, type_)

    def atom(self, value):
        if type(value) is str and len(value) > self.limits.text:
            raise WireError("the text is too long / 글이 너무 깁니다")
        return value

    def hexadecimal(self, value: int) -> str:
        if value.bit_length() > 1 << 16:
            raise WireError("the integer is too large / 정수가 너무 큽니다")
        return hex(value)

    def blob(self, data: bytes) -> int:
        self.bytes += len(data)
        if self.bytes > self.limits.message:
            raise WireError("the value is too large / 값이 너무 큽니다")
        self.blobs.append(data)
        return len(self.blobs) - 1

    def other(self, value, type_):
        """Write what is no container of Python's."""
        if type_ is np.ndarray or type_ is np.matrix:
            if value.dtype.kind not in KINDS or value.nbytes > self.limits.message:
                return self.handle(value)
            plain = value.view(np.ndarray)
            kind = "array" if type_ is np.ndarray else "matrix"
            return [kind, self.blob(npy(plain)), *([] if value.flags.writeable else ["fixed"])]
        if isinstance(value, type):
            return ["name", _NAMED[value]] if value in _NAMED else self.handle(value)
        if type_ in _NAMED and issubclass(type_, np.generic):
            return ["scalar", self.blob(npy(np.asarray(value)))]
        if isinstance(value, np.dtype) and value.kind in KINDS:
            return ["dtype", value.str]
        if is_tensor(value):
            return ["tensor", self.blob(npy(np.asarray(value)))]
        return self.handle(value)

    def _complex(self, value, depth):
        return ["complex", value.real, value.imag]

    def _bytes(self, value, depth):
        return ["bytes", self.blob(value)]

    def _many(self, value, depth):
        return [type(value).__name__, *(self.write(one, depth) for one in value)]

    _list = _tuple = _set = _frozenset = _many

    def _dict(self, value, depth):
        pairs = [[self.write(key, depth), self.write(one, depth)] for key, one in value.items()]
        return ["dict", *pairs]

    def _range(self, value, depth):
        return ["range", *(self.write(one, depth) for one in (value.start, value.stop, value.step))]

    def _slice(self, value, depth):
        return ["slice", *(self.write(one, depth) for one in (value.start, value.stop, value.step))]

    def _ellipsis(self, value, depth):
        return ["ellipsis"]


_CONTAINERS = {
    complex, bytes, list, tuple, set, frozenset, dict, range, slice, type(...)
}  # fmt: skip


class Look(Writer):
    """Writes down how values look now, to see later whether they changed; nothing crosses."""

    def __init__(self, limits: Limits):
        super().__init__(lambda value: ["kept", id(value)], limits=limits)

    def other(self, value, type_):
        if type_ is np.ndarray and value.dtype.kind in KINDS:
            return [value.shape, value.dtype.str, value.tobytes()]
        return super().other(value, type_)


class Reader:
    """Rebuilds values from JSON and blobs; everything in them is doubted.

    Parameters
    ----------
    handle : callable
        Returns what stands for the value behind ``["mine", …]`` and ``["yours", …]``.
    arguments : list
        What ``["same", k]`` means.
    """

    def __init__(self, blobs: list[bytes], handle: Callable, arguments=(), limits: Limits = LIMITS):
        self.blobs, self.handle, self.arguments = blobs, handle, arguments
        self.limits, self.items = limits, 0

    def read(self, form, depth: int = 0):
        """Return the value of some JSON."""
        self.items += 1
        if self.items > self.limits.items or depth > self.limits.depth + 2:
            raise WireError("too large or too deep")
        if type(form) in (type(None), bool, str, int, float):
            return form
        if type(form) is not list or not form or type(form[0]) is not str:
            raise WireError("not a value")
        read = _READERS.get(form[0])
        if read is None:
            raise WireError(f"an unknown kind: {form[0][:20]!r}")
        try:
            return read(self, form[1:], depth + 1)
        except WireError:
            raise
        except (TypeError, ValueError, IndexError, KeyError, OverflowError, MemoryError) as error:
            raise WireError(f"{form[0][:20]}: {type(error).__name__}") from None

    def many(self, parts, depth):
        return [self.read(one, depth) for one in parts]

    def blob(self, parts) -> bytes:
        (index,) = parts
        if type(index) is not int or not 0 <= index < len(self.blobs):
            raise WireError("no such blob")
        return self.blobs[index]

    def _int(self, parts, depth):
        (text,) = parts
        if type(text) is not str or len(text) > (1 << 14) + 8:
            raise WireError("no integer")
        return int(text, 16)

    def _complex(self, parts, depth):
        real, imaginary = parts
        return complex(float(real), float(imaginary))

    def _list(self, parts, depth):
        return self.many(parts, depth)

    def _tuple(self, parts, depth):
        return tuple(self.many(parts, depth))

    def _set(self, parts, depth):
        return set(self.many(parts, depth))

    def _frozenset(self, parts, depth):
        return frozenset(self.many(parts, depth))

    def _dict(self, parts, depth):
        return {self.read(key, depth): self.read(one, depth) for key, one in parts}

    def _bytes(self, parts, depth):
        return self.blob(parts)

    def _range(self, parts, depth):
        return range(*self.many(parts, depth))

    def _slice(self, parts, depth):
        return slice(*self.many(parts, depth))

    def _ellipsis(self, parts, depth):
        return ...

    def _array(self, parts, depth):
        found = array_of(self.blob(parts[:1]))
        found.setflags(write=parts[1:] != ["fixed"])
        return found

    def _matrix(self, parts, depth):
        return self._array(parts, depth).view(np.matrix)

    def _scalar(self, parts, depth):
        return array_of(self.blob(parts))[()]

    def _tensor(self, parts, depth):
        array, tensorflow = array_of(self.blob(parts)), tensor_module()
        return array if tensorflow is None else tensorflow.constant(array)

    def _name(self, parts, depth):
        (name,) = parts
        return NAMES[name]

    def _dtype(self, parts, depth):
        (text,) = parts
        found = np.dtype(str(text))
        if found.kind not in KINDS:
            raise WireError("no dtype")
        return found

    def _same(self, parts, depth):
        (index,) = parts
        if type(index) is not int or not 0 <= index < len(self.arguments):
            raise WireError("no such argument")
        return self.arguments[index]

    def _mine(self, parts, depth):
        return self.handle("mine", parts)

    def _yours(self, parts, depth):
        return self.handle("yours", parts)


_READERS = {
    name[1:]: read
    for name, read in vars(Reader).items()
    if name.startswith("_") and not name.startswith("__")
}
