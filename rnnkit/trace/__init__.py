"""Every intermediate value of a layer or a model, with names, shapes and equations.

>>> import rnnkit
>>> x = rnnkit.text.one_hot(["hello"])
>>> trace = rnnkit.trace(rnnkit.LSTM(2, seed=0), x, labels="hello")
>>> trace["f"].shape, trace.equations["f"]
((1, 5, 2), 'eq-lstm-gates')
"""

import copy
from functools import partial

import numpy as np

from ..arguments import checked
from ..bidirectional import Bidirectional
from ..errors import error, shown
from ..layers import RNN
from ..masks import check_mask, choose
from ..models import Sequential
from .record import lines, record, state_names
from .result import LayerTrace, Trace

__all__ = ["LayerTrace", "Trace", "trace"]


@checked
def trace(layer, x, initial_state=None, mask=None, labels=None):
    """Run a layer or a model step by step and keep every value on the way.

    Parameters
    ----------
    layer : SimpleRNN, GRU, LSTM, RNN, Bidirectional, Sequential or another layer
        Its weights and, when stateful, its states stay as they are.
    x : array_like
        As for a call of the layer: (B, T, D).
    initial_state : array_like or list, optional
        As for a call; only for a recurrent layer.
    mask : array_like of bool and shape (B, T), optional
    labels : str, or list of B str or lists of T str, optional
        What is read at each step, shown beside the values; may be shorter than T.

    Returns
    -------
    Trace
        ``trace["f"]`` is (B, T, H), ``trace.steps[t]["f"]`` is (B, H). ``h_prev`` is what a step
        was given, ``h`` what it handed on; at a masked step both are equal. Index t is the place
        in the input, also where a layer reads backwards. ``trace.output`` is what the layer
        returns.

    Raises
    ------
    ValueError, TypeError
        What a call of the layer refuses; not a layer; labels that do not fit.

    Notes
    -----
    The step functions of `rnnkit.steps` run as they are and their local variables are read, so a
    formula stands in one place. The fast path of a layer is not taken.
    """
    model = isinstance(layer, Sequential)
    if not model and not hasattr(layer, "compute_output_shape"):
        raise error("not-a-layer", "trace argument layer", shown(layer))
    if initial_state is not None and not isinstance(layer, (RNN, Bidirectional)):
        raise error("no-states", "trace argument initial_state", layer.name)
    output, found = layer._prepare(x) if model else x, []
    options = {} if initial_state is None else {"initial_state": initial_state}
    for number, level in enumerate(layer.layers if model else [layer]):
        below = output
        output, calls = record(partial(_readable(level), below, mask=mask, **options))
        below = np.asarray(below)
        level.build(below.shape)  # the weights are made; now the layer itself knows
        name = layer._name(number) if model else layer.name  # as in the model's summary
        found += _layer_traces(level, name, calls, below, output, mask)
        mask = level.compute_mask(below, mask)
    return Trace(layer.name, layer.kind, found, output, _check_labels(labels, *np.shape(x)[:2]))


def _readable(layer):
    """Return a layer over the same cells that takes the general loop and keeps states itself."""
    if not isinstance(layer, (RNN, Bidirectional)):
        return layer
    twin = copy.copy(layer)
    if isinstance(layer, RNN):
        twin._compute = partial(RNN._compute, twin)
    else:
        twin.forward_layer = _readable(layer.forward_layer)
        twin.backward_layer = _readable(layer.backward_layer)
    return twin


def _layer_traces(layer, name, calls, x, output, mask):
    """Return a `LayerTrace` for each cell of a layer, and one where it computes something else."""
    if isinstance(layer, RNN):
        return _cell_traces(layer, name, calls, mask)
    found, values = [], {}
    if isinstance(layer, Bidirectional):
        middle = x.shape[1] * len(_leaves(layer.forward_layer.cell))
        for side, own in (
            (layer.forward_layer, calls[:middle]),
            (layer.backward_layer, calls[middle:]),
        ):
            found += _cell_traces(side, side.name, own, mask)
        output = output[0] if layer.return_state and layer.merge_mode else output
    elif x.ndim == output.ndim:
        values["x"] = x.astype(layer.dtype)
    if isinstance(output, tuple):  # both directions apart
        return found
    return [*found, LayerTrace(name, layer.kind, {**values, "y": output}, {})]


def _leaves(cell):
    return [one for c in getattr(cell, "cells", ()) for one in _leaves(c)] or [cell]


def _cell_traces(layer, name, calls, mask):
    if not calls:
        raise error("no-steps", "trace argument layer", type(layer.cell).__name__)
    cells, found = _leaves(layer.cell), []
    for number, cell in enumerate(cells):
        own = calls[number :: len(cells)][:: -1 if layer.go_backwards else 1]
        counts = check_mask(mask, len(own[0].given["x"]), len(own), f"{layer.kind} input mask")
        where = (layer.kind, name) if len(cells) == 1 else (cell.kind, f"{name}[{number}]")
        code = {value: _spelled(line, cell) for value, line in lines(own[0].step).items()}
        values = _values(own, counts)
        found.append(LayerTrace(*where[::-1], values, code, layer.go_backwards, counts))
    return found


def _spelled(line, cell):
    """Return the line with the cell's functions by name, and without what dropout would hide."""
    code = line.code.replace("(h * h_mask)", "h").replace("seen", "h")
    for role in ("recurrent_activation", "activation"):
        code = code.replace(role, getattr(getattr(cell, role, None), "__name__", role))
    return line._replace(code=code)


def _values(calls, mask):
    """Return the values of one cell over time, in the order of computation."""
    step, given, values = calls[0]
    states = state_names(step)
    own = [name for name in lines(step) or values if name in states or name not in given]
    over_time = {"x": [call.given["x"] for call in calls]}
    over_time |= {f"{name}_prev": [call.given[name] for call in calls] for name in states}
    for name in own:
        if isinstance(values[name], np.ndarray) and name != "seen":  # h, when nothing is dropped
            over_time[name] = [call.values[name] for call in calls]
    arrays = {name: np.stack(column, axis=1) for name, column in over_time.items()}
    if mask is not None:
        for name in states:
            arrays[name] = choose(mask[..., None], arrays[name], arrays[f"{name}_prev"])
    return arrays


def _check_labels(labels, B=1, T=1):
    """Return B lists of at most T texts, or None."""
    if labels is None:
        return None
    rows = [labels] if isinstance(labels, str) else labels
    kinds = (str, list, tuple)
    good = isinstance(rows, kinds) and all(isinstance(r, kinds) and len(r) <= T for r in rows)
    if not good or len(rows) != B:
        raise error("labels", "trace argument labels", shown(labels), batch=B, time=T)
    return [list(map(str, row)) for row in rows]
