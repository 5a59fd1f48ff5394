"""Weight initializers by Keras' names; each draws from an explicit random generator."""

import math

import numpy as np

from .arguments import checked
from .named import function


def zeros(shape, rng):
    """Return zeros of a `shape`; the generator `rng` is not used."""
    return np.zeros(shape)


def ones(shape, rng):
    """Return ones of a `shape`; the generator `rng` is not used."""
    return np.ones(shape)


def glorot_uniform(shape, rng):
    """Draw from [-a, a] with a = sqrt(6 / (rows + columns)).

    Parameters
    ----------
    shape : tuple of int
    rng : numpy.random.Generator

    References
    ----------
    Glorot & Bengio (2010).
    """
    limit = math.sqrt(6 / (shape[0] + shape[-1]))
    return rng.uniform(-limit, limit, size=shape)


def orthogonal(shape, rng):
    """Draw a matrix whose shorter side is orthonormal (rows or columns).

    The signs of R's diagonal make the draw uniform over orthogonal matrices.

    Parameters
    ----------
    shape : tuple of int
    rng : numpy.random.Generator

    References
    ----------
    Saxe et al. (2014).
    """
    rows, columns = shape
    tall = rng.standard_normal((max(rows, columns), min(rows, columns)))
    q, r = np.linalg.qr(tall)
    q = q * np.sign(np.diag(r))
    return q if rows >= columns else q.T


def random_uniform(shape, rng):
    """Draw an array of a `shape` from [-0.05, 0.05] with the generator `rng`."""
    return rng.uniform(-0.05, 0.05, size=shape)


KNOWN = {f.__name__: f for f in (glorot_uniform, ones, orthogonal, random_uniform, zeros)}
KNOWN["uniform"] = random_uniform


@checked
def get(initializer, place="initializer"):
    """Return the function for a name, or the function itself.

    Parameters
    ----------
    initializer : str or callable
        As a function: ``f(shape, rng) -> array``.
    place : str
        Named in the error.

    Raises
    ------
    ValueError
        An unknown name; the nearest known one is suggested.
    TypeError
        Neither a name nor a function.
    """
    fix = 'kernel_initializer="glorot_uniform"'
    return function(initializer, KNOWN, place, "(shape, rng)", fix)
