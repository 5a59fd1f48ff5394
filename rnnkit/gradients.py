"""What every layer's `backward` takes and returns, and its checks."""

from typing import Any, NamedTuple

import numpy as np

from .errors import error
from .shapes import numbers


class Gradients(NamedTuple):
    """dL/d of everything that a layer's output depends on.

    Parameters
    ----------
    inputs : ndarray
        Like the input; None where the input is no float (`Embedding`).
    weights : list of ndarrays
        In the order and with the shapes of `get_weights`.
    initial_state : list of ndarrays
        Nested like the states; None for layers without states.
    """

    inputs: Any
    weights: list
    initial_state: Any = None


class Cache(NamedTuple):
    """What `forward` keeps for `backward`.

    Parameters
    ----------
    layer : Layer or Sequential
        Whose `forward` it was.
    shape : tuple
        Of the output.
    kept : object
        What was computed on the way.
    mask : ndarray of bool and shape (B, T), or None
        The mask that reaches a model's output.
    """

    layer: Any
    shape: tuple
    kept: Any
    mask: Any = None


def add_up(sums, owner, gradients):
    """Add the gradients of one place in which a layer or cell stands to those of its other places.

    Parameters
    ----------
    sums : dict
        Lists of arrays by the owner's id; changed here.
    owner : Layer
    gradients : list of ndarrays
    """
    known = sums.get(id(owner), [0] * len(gradients))
    sums[id(owner)] = [a + b for a, b in zip(known, gradients, strict=True)]


def check_backward(layer, d_output, cache):
    """Return d_output as an array like the output that belongs to the cache.

    Parameters
    ----------
    layer : Layer
    d_output : array_like or None
        None means zeros, for a loss of the states alone.
    cache : Cache

    Returns
    -------
    ndarray, or a list of them where the output has parts

    Raises
    ------
    TypeError
        Not a cache of this layer's `forward`, or not numbers.
    ValueError
        Another shape than the output's.
    """
    place = f"{layer.kind}.backward"
    if not isinstance(cache, Cache) or cache.layer is not layer:
        raise error("cache", f"{place} cache", type(cache).__name__)
    return _like(d_output, cache.shape, f"{place} d_output", layer.dtype)


def _like(given, shape, place, dtype):
    if isinstance(shape, list):
        parts = [None] * len(shape) if given is None else list(given)
        if len(parts) != len(shape):
            _refuse(place, f"{len(parts)} arrays", f"{len(shape)} arrays {shape}", shape[0])
        return [
            _like(p, s, f"{place}[{n}]", dtype)
            for n, (p, s) in enumerate(zip(parts, shape, strict=True))
        ]
    if given is None:
        return np.zeros(shape, dtype)
    array = numbers(given, place, dtype, copy=False)
    if array.shape != shape:
        _refuse(place, array.shape, f"{shape}, like the output", shape)
    return array


def _refuse(place, given, expected, shape):
    raise error("gradient-shape", place, given, expected=expected, shape=shape)
