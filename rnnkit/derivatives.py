"""The way back through each activation function: from dL/dy to dL/dz, where y = activation(z)."""

import numpy as np

from . import activations as act
from .errors import error, shown


def _softmax(d_y, z, y):
    return y * (d_y - np.sum(d_y * y, axis=-1, keepdims=True))


BACKWARD = {
    act.linear: lambda d_y, z, y: d_y,
    act.relu: lambda d_y, z, y: d_y * (z > 0),
    act.relu6: lambda d_y, z, y: d_y * ((z > 0) & (z < 6)),
    act.softplus: lambda d_y, z, y: d_y * act.sigmoid(z),
    act.softsign: lambda d_y, z, y: d_y / (1 + np.abs(z)) ** 2,
    act.elu: lambda d_y, z, y: d_y * np.where(z > 0, np.ones_like(y), y + 1),
    act.tanh: lambda d_y, z, y: d_y * (1 - y * y),
    np.tanh: lambda d_y, z, y: d_y * (1 - y * y),  # eq-tanh-back
    act.sigmoid: lambda d_y, z, y: d_y * y * (1 - y),
    act.hard_sigmoid: lambda d_y, z, y: d_y * ((z > -3) & (z < 3)) / 6,
    act.softmax: _softmax,
}


def activation_backward(activation, d_y, z, y):
    """Return dL/dz for y = activation(z).

    Parameters
    ----------
    activation : callable
        One of `rnnkit.activations`, or a function with an attribute ``backward(d_y, z, y)``.
    d_y, z, y : ndarrays of one shape
        dL/dy, the function's input and its output.

    Returns
    -------
    ndarray of that shape

    Raises
    ------
    ValueError
        A function whose derivative is not known.
    """
    backward = BACKWARD.get(activation) or getattr(activation, "backward", None)
    if backward is None:
        name = getattr(activation, "__name__", shown(activation))
        raise error("no-derivative", f"activation {name}", name)
    return backward(d_y, z, y)
