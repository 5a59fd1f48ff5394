"""What rnnkit gives for a case; the library is an argument, so that a copy can be tried too."""

import importlib
from contextlib import contextmanager

import numpy as np

from tests.rnnkit.equality import compare, specs, training_cases

IN_BLOCKS = [
    f"{layer}, {words}"
    for layer in ("SimpleRNN", "GRU", "LSTM")
    for words in (
        "return_sequences, return_state, initial_state",
        "return_sequences, return_state, go_backwards, initial_state",
        "return_state, initial_state",
        "B, T, D, H = 2, 30, 6, 4",
        "use_bias=False, return_sequences, return_state, initial_state",
    )
]


def faults(case, theirs, library):
    """Return what differs from a peer's values: with what backward needs, and without."""
    mine = run(case, library)
    return [
        *compare.unequal(mine.forward, theirs.forward),
        *compare.unequal(mine.gradient, theirs.gradient),
        *compare.unequal(results(case, library), theirs.forward),
    ]


@contextmanager
def short_blocks(library):
    """Let the fast path cut even short sequences: blocks of 2 or 3 steps."""
    fast = library.fast
    kept, fast.CACHE, fast.ROWS = (fast.CACHE, fast.ROWS), 50, 4
    try:
        yield
    finally:
        fast.CACHE, fast.ROWS = kept


def run(case, library):
    """Run all calls of a case forward and back.

    Parameters
    ----------
    case : Case
    library : module
        rnnkit, or a copy of it.

    Returns
    -------
    Values
    """
    if case.inputs in TRAINING:
        return TRAINING[case.inputs](case, library)
    net = make(case, library)
    if case.inputs == "fresh":
        return specs.fresh_biases(net)
    results, d_inputs, d_weights, d_states = [], [], [], []
    for number, call in enumerate(case.calls):
        if call.reset:
            net.reset_state()
        given = specs.arguments_of(case, number)
        go = one_step if case.inputs == "step" else one_call
        flat, slopes = go(net, case, specs.inputs_of(case, number), given)
        results.append(flat)
        d_inputs.append(slopes.inputs)
        d_weights.append(slopes.weights)
        d_states.append(specs.flatten(slopes.initial_state) if call.state else [])
    total = [sum(parts) for parts in zip(*d_weights, strict=True)]
    return specs.named(results, d_inputs, total, d_states)


def results(case, library):
    """Run all calls of a case without keeping what backward needs; return flat results."""
    if case.inputs in TRAINING:
        return TRAINING[case.inputs](case, library).forward
    net, found = make(case, library), {}
    if case.inputs == "fresh":
        return specs.fresh_biases(net).forward
    for number, call in enumerate(case.calls):
        if call.reset:
            net.reset_state()
        given = specs.arguments_of(case, number)
        x = specs.inputs_of(case, number)
        if case.inputs == "step":
            result = net(x, given["initial_state"])
        else:
            result = net(x, **given, training="dropout" in case.options)
        found |= {f"result {number}.{k}": a for k, a in enumerate(specs.flatten(result))}
    return found


def one_call(net, case, x, given):
    """Return flat results and gradients of one call of a layer or model."""
    result, cache = net.forward(x, **given, training="dropout" in case.options)
    flat = specs.flatten(result)
    d_flat = specs.gradients_like([array.shape for array in flat])
    outputs = 2 if case.spec.arguments.get("merge_mode", "") is None else 1
    d_output = d_flat[0] if outputs == 1 else d_flat[:2]
    if len(flat) == outputs:
        return flat, net.backward(d_output, cache)
    d_states = specs.nest(d_flat[outputs:], specs.state_sizes(case.spec))
    return flat, net.backward(d_output, cache, d_states=d_states)


def one_step(cell, case, x, given):
    """Return flat results and gradients of one step of a cell."""
    states = given["initial_state"]
    output, new = cell(x, states)
    flat = specs.flatten([output, new])
    d_output, *d_new = specs.gradients_like([array.shape for array in flat])
    d_new = specs.nest(d_new, specs.state_sizes(case.spec))
    d_x, d_states, d_weights = cell.backward(d_output, d_new, x, states)
    return flat, specs.Slopes(d_x, d_weights, d_states)


def make(case, library):
    """Build the case's layer in rnnkit, with its weights."""
    net = specs.build(case.spec, vars(library))
    if case.spec.kind != "Sequential":
        net.build(specs.shape_to_build(case))
    if case.inputs != "fresh":
        net.set_weights(specs.weights_like(net.get_weights()))
    if "dropout" in case.options:
        cell = net.cell
        rates = (cell.dropout, cell.recurrent_dropout)
        masks = specs.dropout_masks()
        hidden = [mask if rate else 1.0 for mask, rate in zip(masks, rates, strict=True)]
        cell.draw_dropout = lambda batch: hidden
    return net


def loss(case, library):
    """Return a loss and its gradient."""
    losses = importlib.import_module(f"{library.__name__}.losses")
    own = specs.build(case.spec, vars(losses))
    value, d_pred = own.value_and_gradient(*training_cases.answers_of(case))
    return specs.Values({"loss": np.float32(value)}, {"d_pred": d_pred})


def optimizer(case, library):
    """Return the weights after each step."""
    optimizers = importlib.import_module(f"{library.__name__}.optimizers")
    own, found = specs.build(case.spec, vars(optimizers)), {}
    weights, steps = training_cases.weights_and_gradients()
    for number, gradients in enumerate(steps):
        own.apply(gradients, weights)
        found |= {f"weight {number}.{k}": w.copy() for k, w in enumerate(weights)}
    return specs.Values(found, {})


TRAINING = {"loss": loss, "optimizer": optimizer}
