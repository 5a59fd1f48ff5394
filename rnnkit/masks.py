"""Masks: which time steps of which sequences count."""

import numpy as np

from .errors import error


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
        given = type(mask).__name__
        raise error("mask", place, given, kind="TypeError", batch=batch, time=time)
    if given.shape != (batch, time):
        raise error("mask", place, given.shape, batch=batch, time=time)
    if not np.isin(given, (0, 1)).all():
        raise error("mask", place, "numbers other than 0 and 1", batch=batch, time=time)
    return np.array(given, dtype=bool)


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
