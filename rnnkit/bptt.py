"""The readable loop over time, forward and back, for any cell, mask and dropout."""

from typing import Any, NamedTuple

import numpy as np

from .masks import choose
from .states import zero_states


class Steps(NamedTuple):
    """What `run_steps` keeps: the input, the mask, the dropout and the states before each step."""

    x: Any
    mask: Any
    dropout: Any
    states: list


def run_steps(layer, x, states, mask, dropout, store):
    """Run a layer's cell over all time steps.

    Parameters
    ----------
    layer : RNN
    x : ndarray of shape (B, T, D)
    states : list of ndarrays of shape (B, H), nested for a stack
    mask : ndarray of bool and shape (B, T), or None
    dropout : list or None
        From `Cell.draw_dropout`.
    store : bool
        Keep the states before each step.

    Returns
    -------
    outputs : list of T ndarrays of shape (B, H), in the order of reading
    states : list
        After the last step.
    steps : Steps
    """
    outputs, before = [], []
    for t in order(layer, x):
        if store:
            before.append(states)
        output, new = layer.cell.call(x[:, t], states, dropout)  # eq-unfolded
        if mask is not None:
            counts = mask[:, t, None]
            repeated = outputs[-1] if outputs and not layer.zero_output_for_mask else None
            output = choose(counts, output, repeated)  # eq-masked-output
            new = choose(counts, new, states)  # eq-masked-state
        outputs.append(output)
        states = new
    return outputs, states, Steps(x, mask, dropout, before)


def order(layer, x):
    """Return the time steps in the order in which the layer reads them."""
    time = range(x.shape[1])
    return time[::-1] if layer.go_backwards else time


def backward_through_time(layer, steps, d_output, d_states, truncate):
    """Go back through `run_steps`, from the last step read to the first.

    Parameters
    ----------
    layer : RNN
    steps : Steps
    d_output : ndarray of shape (B, T, H) with return_sequences, else (B, H)
    d_states : list or None
    truncate : int or None
        No gradient passes between pieces of this many steps.

    Returns
    -------
    d_x : ndarray of shape (B, T, D)
    d_weights : list of ndarrays
    d_states : list
        dL/d of the initial states.
    """
    times, nothing = order(layer, steps.x), np.zeros((len(steps.x), layer.units), layer.dtype)
    d_x, d_weights = np.zeros_like(steps.x), [np.zeros_like(w) for w in layer.get_weights()]
    no_states = zero_states(layer.cell.state_sizes, len(steps.x), layer.dtype)
    d_states, d_repeated = d_states or no_states, nothing
    for step in reversed(range(len(times))):
        d_out = d_output if step == len(times) - 1 else nothing
        d_out = d_repeated + (d_output[:, step] if layer.return_sequences else d_out)
        t = times[step]
        d_x[:, t], d_states, d_own, d_repeated = _step_back(layer, steps, step, t, d_out, d_states)
        for total, one in zip(d_weights, d_own, strict=True):
            total += one  # eq-sum-over-time
        if truncate and step % truncate == 0 and step:
            d_states, d_repeated = no_states, nothing
    return d_x, d_weights, d_states


def _step_back(layer, steps, step, t, d_out, d_states):
    """Return d_x, d_states, d_weights of one step, and what goes to the output that it repeated."""
    x, before, nothing = steps.x[:, t], steps.states[step], np.zeros_like(d_out)
    if steps.mask is None:
        return *layer.cell.backward(d_out, d_states, x, before, steps.dropout), nothing
    counts = steps.mask[:, t, None]
    d_kept = choose(~counts, d_states, None)
    d_x, d_before, d_weights = layer.cell.backward(
        choose(counts, d_out, None),
        choose(counts, d_states, None),
        choose(counts, x, None),  # what does not count cannot spoil a gradient
        before,
        steps.dropout,
    )
    d_repeated = nothing if layer.zero_output_for_mask else choose(~counts, d_out, None)
    return d_x, _add(d_before, d_kept), d_weights, d_repeated


def _add(a, b):
    return [_add(p, q) for p, q in zip(a, b, strict=True)] if isinstance(a, list) else a + b
