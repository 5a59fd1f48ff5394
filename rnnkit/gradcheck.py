"""Compare every gradient of a layer or model with what a small change of each number shows."""

import copy

import numpy as np

from .arguments import checked
from .base import Layer, check_seed
from .errors import error, shown
from .models import RECURRENT, Sequential
from .shapes import numbers
from .states import check_states


@checked
def gradcheck(layer, x, *, initial_state=None, mask=None, epsilon=1e-5, seed=0):
    """Compare `backward` with numerical gradients, on a copy of the layer in float64.

    The loss is a fixed random mixture of all outputs and states. Each number of the input, the
    weights and the initial states is moved up and down by epsilon.

    Parameters
    ----------
    layer : layer or Sequential
        Built or not; it is not changed.
    x : array_like
        What the layer takes, for example (B, T, D). Keep it small: two runs for each number.
    initial_state : list, optional
        As in the layer's call.
    mask : array_like of bool and shape (B, T), optional
    epsilon : float
    seed : int
        Of the mixture.

    Returns
    -------
    dict of str to float
        For ``inputs``, each weight by its name and each initial state: the largest difference,
        relative to the array's largest gradient (or to 1e-3 where all are smaller).
        Below 1e-6 all is well.

    Raises
    ------
    TypeError
        Not a layer or model.
    ValueError
        An epsilon that is not between 0 and 1; and what the layer itself refuses.

    Examples
    --------
    >>> from rnnkit import SimpleRNN
    >>> max(gradcheck(SimpleRNN(2, seed=0), np.ones((2, 3, 4))).values()) < 1e-6
    True
    """
    _check_arguments(layer, epsilon)
    layer, x = _in_float64(layer), numbers(x, "gradcheck argument x", "float64")
    options = {} if mask is None else {"mask": mask}
    if isinstance(layer, RECURRENT):
        options["initial_state"] = _states(layer, x, initial_state)
    result, cache = _run(layer, x, options)
    rng = np.random.default_rng(check_seed(seed, "gradcheck argument seed"))
    mixture = [rng.standard_normal(part.shape) for part in _flat(result)]
    exact = _exact(layer, cache, mixture)

    def loss():
        parts = _flat(_run(layer, x, options)[0])
        return sum(np.sum(part * m) for part, m in zip(parts, mixture, strict=True))

    arrays = {"inputs": x, **layer.named_weights()}
    for number, state in enumerate(_flat(options.get("initial_state", []))):
        arrays[f"initial_state[{number}]"] = state
    return {
        name: _difference(gradient, _numerical(loss, array, epsilon))
        for (name, array), gradient in zip(arrays.items(), exact, strict=True)
        if gradient is not None
    }


def _check_arguments(layer, epsilon):
    if not isinstance(layer, (Layer, Sequential)) or not hasattr(layer, "forward"):
        raise error("not-a-layer", "gradcheck argument layer", shown(layer))
    if not isinstance(epsilon, float) or not 0 < epsilon < 1:
        raise error("epsilon", "gradcheck argument epsilon", shown(epsilon))


def _in_float64(layer):
    new = copy.deepcopy(layer)
    for one in (new, *_inside(new)):
        if isinstance(one, Layer):
            one.dtype = "float64"
            one._weights = {name: w.astype("float64") for name, w in one._weights.items()}
    return new


def _inside(owner):
    for value in vars(owner).values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Layer):
                yield from (one, *_inside(one))


def _states(layer, x, given):
    batch = len(x) if x.ndim else 0
    if given is None:
        return layer.get_initial_state(batch)
    return check_states(given, layer.state_sizes, batch, "gradcheck initial_state", "float64")


def _run(layer, x, options):
    if hasattr(layer, "reset_state"):
        layer.reset_state()
    return layer.forward(x, **options)


def _flat(result):
    if isinstance(result, (tuple, list)):
        return [array for part in list(result) for array in _flat(part)]
    return [result]


def _nested(flat, sizes):
    return [_nested(flat, size) if isinstance(size, list) else flat.pop(0) for size in sizes]


def _exact(layer, cache, mixture):
    """Return the gradients of inputs, weights and initial states, one after the other."""
    several = isinstance(cache.shape, list)
    outputs, rest = (mixture[:2], mixture[2:]) if several else (mixture[0], mixture[1:])
    options = {"d_states": _nested(list(rest), layer.state_sizes)} if rest else {}
    gradients = layer.backward(outputs, cache, **options)
    return [gradients.inputs, *gradients.weights, *_flat(gradients.initial_state or [])]


def _numerical(loss, array, epsilon):
    gradient = np.zeros_like(array)
    for index in np.ndindex(array.shape):
        kept = array[index]
        array[index] = kept + epsilon
        above = loss()
        array[index] = kept - epsilon
        gradient[index] = (above - loss()) / (2 * epsilon)
        array[index] = kept
    return gradient


def _difference(exact, numerical):
    scale = max(np.abs(exact).max(initial=0), 1e-3)
    return float(np.abs(exact - numerical).max(initial=0) / scale)
