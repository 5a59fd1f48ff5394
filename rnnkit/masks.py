"""Masks: which time steps of which sequences count."""

import numpy as np

from .errors import explain


def check_mask(mask, batch, time, place):
    """Return the mask as a new bool array, or None for None.

    Parameters
    ----------
    mask : array_like of shape (B, T) or None
        True, or 1, where a step counts.
    batch, time : int
        B and T of the input.
    place : str
        Named in the error.

    Returns
    -------
    ndarray of bool and shape (B, T), or None

    Raises
    ------
    ValueError
        Another shape, or numbers other than 0 and 1.
    TypeError
        Neither booleans nor numbers.
    """
    if mask is None:
        return None
    try:
        given = np.asarray(mask)
    except (ValueError, TypeError, RuntimeError):
        given = np.asarray(None)
    if given.dtype.kind not in "biuf":
        raise TypeError(_refuse(place, batch, time, type(mask).__name__))
    if given.shape != (batch, time):
        raise ValueError(_refuse(place, batch, time, given.shape))
    if not np.isin(given, (0, 1)).all():
        raise ValueError(_refuse(place, batch, time, "numbers other than 0 and 1"))
    return np.array(given, dtype=bool)


def _refuse(place, batch, time, given):
    return explain(
        place,
        "not a mask for this input",
        "이 입력에 맞는 마스크가 아닙니다.",
        given=given,
        expected=f"{(batch, time)}, True where a step counts",
        fix="mask = np.any(x != 0, axis=-1)  # padding of zeros",
    )


def choose(counts, new, old):
    """Return `new` where a row counts and `old` elsewhere, in nested lists alike.

    Parameters
    ----------
    counts : ndarray of bool and shape (B, 1)
    new, old : ndarray of shape (B, H) or nested list of them
        None for `old` means zeros.

    Returns
    -------
    ndarray or nested list
    """
    if isinstance(new, list):
        before = [None] * len(new) if old is None else old
        return [choose(counts, n, o) for n, o in zip(new, before, strict=True)]
    return np.where(counts, new, np.zeros_like(new) if old is None else old)
