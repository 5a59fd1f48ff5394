"""Initial states and weights: their number, order and shapes, checked before they are used."""

import numpy as np

from .errors import error
from .shapes import numbers


def zero_states(sizes, batch, dtype):
    """Return zeros of shape (B, H) for each H, nested like `sizes`."""
    if isinstance(sizes, list):
        return [zero_states(size, batch, dtype) for size in sizes]
    return np.zeros((batch, sizes), dtype)


def copy_states(states):
    """Return states in memory of their own, nested alike."""
    return [copy_states(s) if isinstance(s, list) else s.copy() for s in states]


def check_states(given, sizes, batch, place, dtype):
    """Return the states as new arrays, nested like `sizes`.

    Parameters
    ----------
    given : array_like or list
        Where there is one state, the array alone will do.
    sizes : list
        One H for each state; in a stack one list for each cell.
    batch : int
        B of the input.
    place : str
        Named in the error.
    dtype : str

    Raises
    ------
    ValueError
        Too few or too many states, another batch or width.
    TypeError
        Not numbers.
    """
    parts = list(given) if isinstance(given, (list, tuple)) else [given]
    if len(parts) != len(sizes):
        _wrong_count(given, parts, sizes, batch, place)
    return [
        (check_states if isinstance(size, list) else _check_state)(
            part, size, batch, f"{place}[{number}]", dtype
        )
        for number, (part, size) in enumerate(zip(parts, sizes, strict=True))
    ]


def describe(sizes, batch):
    """Return "[(2, 5), (2, 5)]" for the state sizes [5, 5] and batch 2."""
    parts = [describe(s, batch) if isinstance(s, list) else str((batch, s)) for s in sizes]
    return "[" + ", ".join(parts) + "]"


def _shapes_of(parts, depth=4):
    """Return the shapes of arrays in lists; a list that holds itself has no end."""
    return [
        _shapes_of(p, depth - 1)
        if depth and isinstance(p, (list, tuple))
        else getattr(p, "shape", type(p).__name__)
        for p in parts
    ]


def _wrong_count(given, parts, sizes, batch, place):
    lstm = len(sizes) == 2 and not any(isinstance(s, list) for s in sizes)
    few = len(parts) < len(sizes)
    expected = f"{len(sizes)}: {describe(sizes, batch)}"
    expected += ", the hidden state h and the cell state c" if lstm else ""
    fix = "initial_state=[h, np.zeros_like(h)]" if lstm and few else _as_zeros(sizes)
    if len(parts) == 1 and _stacked(parts[0], sizes, batch):  # all states, one level too deep
        fix = "list(states)" if parts[0] is given else "states[0]"
    key = "few-states" if few else "many-states"
    raise error(key, place, f"{len(parts)}: {_shapes_of(parts)}", expected=expected, fix=fix)


def _stacked(part, sizes, batch):
    """Return whether one part holds all states, as one array or as a list."""
    several = isinstance(part, (list, tuple)) or getattr(part, "ndim", 0) == 3
    shapes = [getattr(p, "shape", None) for p in part] if several else []
    return shapes == [(batch, size) for size in sizes]


def _as_zeros(sizes):
    return f"zeros (leave it out of a layer's call), or a list of {len(sizes)}"


def _check_state(part, size, batch, place, dtype):
    state = numbers(part, place, dtype)
    if state.shape == (batch, size):
        return state
    fix = f'np.zeros({(batch, size)}, "{dtype}")'
    if state.shape == (1, size):
        fix = f"np.repeat(state, {batch}, axis=0)"
    raise error("state-shape", place, state.shape, batch=batch, units=size, fix=fix)


def check_weights(arrays, expected, place, dtype):
    """Return new arrays that fit; nothing is set when one of them does not.

    Parameters
    ----------
    arrays : list of array_like
    expected : dict of str to ndarray
        The weights by name, in Keras' order.
    place : str
    dtype : str

    Raises
    ------
    ValueError
        Another number of arrays, or one of another shape (its name is given).
    TypeError
        Not a list of numbers.
    """
    shapes = {name: weight.shape for name, weight in expected.items()}
    listed = isinstance(arrays, (list, tuple))
    if not listed or len(arrays) != len(shapes):
        given = f"{len(arrays)}: {_shapes_of(arrays)}" if listed else type(arrays).__name__
        expected = f"{len(shapes)}: " + ", ".join(f"{n} {s}" for n, s in shapes.items())
        raise error("weight-count" if listed else "weight-list", place, given, expected=expected)
    return [
        _check_weight(array, name, shapes[name], f"{place}[{number}] {name}", dtype)
        for number, (name, array) in enumerate(zip(shapes, arrays, strict=True))
    ]


def _check_weight(array, name, shape, place, dtype):
    weight = numbers(array, place, dtype)
    if weight.shape == shape:
        return weight
    if weight.shape == shape[::-1]:
        fix = f"w.T  ->  {shape}"
    elif name.endswith("recurrent_kernel"):
        fix = f"rows = units, because it multiplies h: np.zeros({shape})"
    elif name.endswith("bias") and len(shape) == 2 and weight.shape == shape[1:]:
        fix = "np.stack([b, np.zeros_like(b)]), or GRU(..., reset_after=False)"
    else:
        fix = f"np.zeros({shape})"
    raise error("weight-shape", place, weight.shape, expected=shape, fix=fix)
