"""Activation functions by Keras' names; each maps an array to a new array of the same shape."""

import functools

import numpy as np

from .arguments import checked
from .errors import error, shown
from .named import function


def linear(x):
    """Return x itself, as a new array."""
    return np.array(x)


def relu(x):
    """Return max(x, 0)."""
    return np.maximum(x, 0)


def relu6(x):
    """Return x limited to [0, 6]."""
    return np.clip(x, 0, 6)


def softplus(x):
    """Return log(1 + exp(x)) without overflow."""
    return np.logaddexp(x, np.zeros_like(x))


def softsign(x):
    """Return ``x / (1 + abs(x))``."""
    return x / (1 + np.abs(x))


def elu(x):
    """Return x where x > 0, else exp(x) - 1."""
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


def tanh(x):
    """Return the hyperbolic tangent, between -1 and 1."""
    return np.tanh(x)


def sigmoid(x):
    """Return 1 / (1 + exp(-x)), between 0 and 1.

    The exponent is never positive, so that a large negative x cannot overflow.
    """
    small = np.exp(-np.abs(x))
    return np.where(x < 0, small, np.ones_like(small)) / (1 + small)


def hard_sigmoid(x):
    """Return relu6(x + 3) / 6, the piecewise linear sigmoid of Keras 3."""
    return relu6(x + 3) / 6


def softmax(x):
    """Return exp(x) / sum(exp(x)) along the last axis."""
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


KNOWN = {
    f.__name__: f
    for f in (elu, hard_sigmoid, linear, relu, relu6, sigmoid, softmax, softplus, softsign, tanh)
}


@checked
def get(activation, place="activation"):
    """Return the function for a name, a function or None (linear).

    Parameters
    ----------
    activation : str, callable or None
    place : str
        Named in the error, for example ``"LSTM argument recurrent_activation"``.

    Raises
    ------
    ValueError
        An unknown name; the nearest known one is suggested.
    TypeError
        Neither a name nor a function.
    """
    if activation is None:
        return linear
    if callable(activation) and activation is not np.tanh and activation not in KNOWN.values():
        return _careful(activation, place)
    return function(activation, KNOWN, place, "one array", 'activation="tanh"')


def _careful(activation, place):
    """Return a function of somebody else's so that its result is new, of x's type and shape."""

    @functools.wraps(activation, updated=())
    def careful(x):
        return np.array(activation(np.array(x)), dtype=x.dtype)

    careful.backward = getattr(activation, "backward", None)
    try:
        x = np.linspace(-1, 1, 6, dtype="float32").reshape(2, 3)
        good = careful(x).shape == x.shape
    except Exception:
        good = False
    if not good:
        raise error("activation-result", place, getattr(activation, "__name__", shown(activation)))
    return careful
