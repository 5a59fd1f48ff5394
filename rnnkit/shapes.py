"""Checks of what a layer is given: each runs before any work and explains the repair."""

import numpy as np

from .errors import error, shown, unknown_name, with_type

DTYPES = ("float32", "float64")
_TEXT = 'rnnkit.text.one_hot(["hello"])'
_AS_NUMBERS = {"U": _TEXT, "S": _TEXT, "c": "x.real"}


def positive_int(value, place, least=1):
    """Return value as int; True, 2.5 and what is below `least` are refused.

    Raises
    ------
    TypeError
        Not a whole number by type.
    ValueError
        Below `least`, or beyond 2147483647.
    """
    whole = isinstance(value, (int, np.integer)) and not isinstance(value, bool)
    if whole and least <= value < 2**31:
        return int(value)
    kind, name = "ValueError" if whole else "TypeError", place.split()[-1]
    given = with_type(value)
    raise error("positive-int", place, given, kind=kind, name=name, least=least)


def flag(value, place):
    """Return value as bool; only True, False, 1 and 0 will do.

    Raises
    ------
    TypeError
        Anything else.
    """
    if isinstance(value, (bool, np.bool_, int, np.integer)) and value in (0, 1):
        return bool(value)
    raise error("flag", place, shown(value), name=place.split()[-1])


def float_type(dtype, place):
    """Return "float32" or "float64".

    Raises
    ------
    ValueError
        Any other type.
    """
    try:
        name = np.dtype(dtype).name if dtype is not None else None
    except Exception:  # NumPy asks what was given for its dtype
        name = None
    if name not in DTYPES:
        raise unknown_name(place, dtype, DTYPES, fix='dtype="{}"')
    return name


def as_array(value, place):
    """Return value as an array of whatever type, perhaps the given one.

    Raises
    ------
    ValueError
        Rows of different lengths.
    """
    try:
        return np.asarray(value)
    except Exception:  # NumPy asks what was given for an array
        raise error("no-array", place, type(value).__name__) from None


def numbers(value, place, dtype, copy=True):
    """Return value as an array of `dtype`; whole numbers, booleans and other floats are cast.

    With ``copy=False`` it may be the given array itself.

    Raises
    ------
    ValueError
        Rows of different lengths.
    TypeError
        Text, complex numbers, objects.
    """
    array = as_array(value, place)
    if array.dtype.kind not in "biuf":
        given = f"{type(value).__name__} with dtype {array.dtype}"
        fix = _AS_NUMBERS.get(array.dtype.kind, 'np.asarray(x, dtype="float32")')
        raise error("no-numbers", place, given, dtype=dtype, fix=fix)
    if array.dtype != dtype:
        with np.errstate(over="ignore"):  # what is too large for float32 is infinite there
            return array.astype(dtype, order="C")
    return np.array(array, order="C") if copy else np.asarray(array, order="C")


def sequences(x, place, dtype, features=None, copy=True):
    """Return x as an array of shape (B, T, D), a new one unless copy is False.

    Parameters
    ----------
    x : array_like
    place : str
        Named in the error.
    dtype : str
    features : int, optional
        D of a layer that is built.

    Raises
    ------
    ValueError
        Another number of axes, no time step, no feature, another D than the layer was built for.
    TypeError
        Not numbers.
    """
    x = numbers(x, place, dtype, copy)
    _three_axes(x.shape, place)
    if 0 in x.shape[1:]:
        raise error("empty-axis", place, x.shape)
    if features is not None and x.shape[2] != features:
        _wrong_features(x.shape, features, place)
    return x


def _three_axes(shape, place):
    if len(shape) == 3:
        return
    fixes = {
        0: "np.reshape(x, (1, 1, 1))  ->  (1, 1, 1)",
        1: f"x[None, :, None]  ->  {(1, *shape, 1)}",
        2: f"x[None]  ->  {(1, *shape)};  after a recurrent layer: return_sequences=True there",
    }
    flat = f"np.reshape(x, ({', '.join(map(str, shape[:2]))}, -1))"
    fix = fixes.get(len(shape), flat)
    raise error("axes", place, shape, expected="(batch, time, features)", fix=fix)


def _wrong_features(shape, features, place):
    if shape[1] == features:
        turned = shape[0], shape[2], shape[1]
        raise error("swapped-axes", place, shape, features=features, turned=turned)
    expected = f"(batch, time, {features}), as the layer was built"
    fix = f"a new layer for {shape[2]} features, or x with {features}"
    raise error("features", place, shape, expected=expected, fix=fix)


def step_input(x, place, dtype, features=None):
    """Return x as a new array of shape (B, D): what a cell takes at one time step.

    Raises
    ------
    ValueError
        A whole sequence, another number of axes, another D than the cell was built for.
    """
    x = numbers(x, place, dtype)
    if x.ndim == 2 and x.shape[1] and features in (None, x.shape[1]):
        return x
    key = "sequence-for-cell" if x.ndim == 3 else "step-for-cell"
    raise error(key, place, x.shape, features=features or "features")


def vectors(x, place, dtype, features=None):
    """Return x as a new array of shape (B, ..., D): what `Dense` takes.

    Raises
    ------
    ValueError
        Fewer than two axes, or another D than the layer was built for.
    """
    x = numbers(x, place, dtype)
    if x.ndim >= 2 and x.shape[-1] and features in (None, x.shape[-1]):
        return x
    key, fix = (
        ("features", "a new Dense layer for this input") if x.ndim >= 2 else ("axes", "x[None]")
    )
    raise error(key, place, x.shape, expected=f"(batch, ..., {features or 'features'})", fix=fix)


def input_shape(shape, place, axes=3, fix=None, features=True):
    """Return (..., D) as a tuple; every axis but the last may be None.

    With ``axes=None`` any number of axes from two on will do; with ``features=False`` the last
    one may be T of indices (B, T), and so None.

    Raises
    ------
    ValueError
        Another number of axes, or a last axis that is not a positive whole number.
    """
    given = tuple(shape) if np.iterable(shape) and not isinstance(shape, str) else shape

    def size(n, least=0):
        return isinstance(n, (int, np.integer)) and not isinstance(n, bool) and n >= least

    if isinstance(given, tuple) and len(given) >= 2 and axes in (None, len(given)):
        open_end = given[-1] is None and not features
        if all(n is None or size(n) for n in given[:-1]) and (open_end or size(given[-1], 1)):
            return given
    last = "features" if features else "time"
    names = {2: f"(batch, {last})", 3: "(batch, time, features)"}
    fix = fix or ("build((None, 4))" if axes == 2 else "build((None, 5, 4))")
    names = names.get(axes, "(batch, ..., features)")
    raise error("input-shape", place, shown(given), names=names, fix=fix)


def real(value, place, above=False, below=np.inf):
    """Return a number of at least 0, or above it, and below a limit, as float.

    Raises
    ------
    ValueError
        Out of that range.
    TypeError
        No number.
    """
    number = numbers(value, place, "float64")
    if number.ndim == 0 and 0 <= number < below and (number > 0 or not above):
        return float(number)
    limits = ("above 0" if above else "of at least 0") + (" and below 1" if below == 1 else "")
    words = {"name": place.split()[-1], "example": 1.0 if above else 0.01}
    raise error("out-of-range", place, shown(value), limits=limits, **words)


def rate(value, place):
    """Return a dropout rate as float.

    Raises
    ------
    ValueError
        Not a number of at least 0 and below 1.
    """
    number = isinstance(value, (int, float, np.integer, np.floating))
    if number and not isinstance(value, bool) and 0 <= value < 1:
        return float(value)
    raise error("rate", place, with_type(value), name=place.split()[-1])
