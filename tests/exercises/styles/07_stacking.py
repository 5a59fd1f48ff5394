"""07-stacking: a stack in two orders, a comparison, a mended stack; right in other styles."""

from functools import reduce
from itertools import accumulate

import numpy as np

from exercises.mistakes.stacking.compare import by_layers, by_steps
from exercises.mistakes.unfolding.loop import right_unfold as unfold
from rnnkit.steps import simple_rnn_step


def by_index(x, states, weights):
    """Indices in the place of zip."""
    last = [None] * len(weights)
    for k in range(len(weights)):
        x, last[k] = unfold(x, states[k], *weights[k])
    return (x, *last)


def by_recursion(x, states, weights):
    """The lowest layer, then the stack above it."""
    if not weights:
        return (x,)
    outputs, h = unfold(x, states[0], *weights[0])
    top, *last = by_recursion(outputs, states[1:], weights[1:])
    return (top, h, *last)


def by_reduce(x, states, weights):
    """functools.reduce."""

    def above(found, layer):
        outputs, *last = found
        h, arrays = layer
        outputs, h = unfold(outputs, h, *arrays)
        return (outputs, *last, h)

    return reduce(above, zip(states, weights, strict=True), (x,))


def step_by_step(x, states, weights):
    """Time outside, layers inside."""
    outputs = []
    for t in range(x.shape[1]):
        states = steps_by_index(x[:, t], states, weights)
        outputs.append(states[-1])
    return (np.stack(outputs, axis=1), *states)


def from_all_outputs(x, states, weights):
    """All outputs of all layers are kept; states are their last steps."""
    every = [x]
    for h, arrays in zip(states, weights, strict=True):
        every.append(unfold(every[-1], h, *arrays)[0])
    return (every[-1], *[one[:, -1] for one in every[1:]])


def steps_by_index(x, states, weights):
    """A list that grows."""
    new = [x]
    for k, (W, U, b) in enumerate(weights):
        new.append(np.tanh(new[k] @ W + states[k] @ U + b))
    return tuple(new[1:])


def steps_accumulated(x, states, weights):
    """itertools.accumulate."""
    layers = zip(states, weights, strict=True)
    made = accumulate(layers, lambda below, one: simple_rnn_step(below, one[0], *one[1]), initial=x)
    return tuple(made)[1:]


def steps_by_recursion(x, states, weights):
    """The lowest layer, then those above."""
    if not weights:
        return ()
    h = simple_rnn_step(x, states[0], *weights[0])
    return (h, *steps_by_recursion(h, states[1:], weights[1:]))


def steps_generated(x, states, weights):
    """A generator."""

    def new(below):
        for h, arrays in zip(states, weights, strict=True):
            below = simple_rnn_step(below, h, *arrays)
            yield below

    return tuple(new(x))


def steps_by_einsum(x, states, weights):
    """einsum, and a bias first."""
    new = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        x = np.tanh(b + np.einsum("bd,dh->bh", x, W) + np.einsum("bi,ih->bh", h, U))
        new.append(x)
    return tuple(new)


def largest_by_norm(x, weights, fresh):
    """The maximum norm."""
    return np.linalg.norm((by_layers(x, weights) - by_steps(x, weights)).ravel(), np.inf)


def largest_by_ends(x, weights, fresh):
    """The largest and the smallest difference."""
    difference = by_steps(x, weights) - by_layers(x, weights)
    return max(difference.max(), -difference.min())


def largest_by_sorting(x, weights, fresh):
    """Sorted, the last one."""
    return sorted(abs(by_layers(x, weights) - by_steps(x, weights)).flat)[-1]


def largest_by_square(x, weights, fresh):
    """The root of the largest square, after copying."""
    fresh = [tuple(array.copy() for array in arrays) for arrays in weights]
    return float(np.sqrt(((by_layers(x, weights) - by_steps(x, fresh)) ** 2).max()))


def largest_in_a_loop(x, weights, fresh):
    """Number by number."""
    pairs = zip(by_layers(x, weights).flat, by_steps(x, weights).flat, strict=True)
    return max(abs(one - other) for one, other in pairs)


def top_of_outputs(x, weights):
    """All outputs, then the last step."""
    for W, U, b in weights:
        x, _ = unfold(x, np.zeros((len(x), len(U))), W, U, b)
    return x[:, -1]


def top_by_recursion(x, weights):
    """The stack above the lowest layer."""
    (W, U, b), *above = weights
    outputs, h = unfold(x, np.zeros((len(x), U.shape[1])), W, U, b)
    return top_by_recursion(outputs, above) if above else h


def top_by_reduce(x, weights):
    """functools.reduce over the layers."""

    def above(x, arrays):
        return unfold(x, np.zeros((x.shape[0], arrays[2].size)), *arrays)[0]

    return np.take(reduce(above, weights, x), -1, axis=1)


def top_step_by_step(x, weights):
    """Time outside, layers inside."""
    states = [np.zeros((len(x), len(b))) for *_, b in weights]
    for x_t in np.swapaxes(x, 0, 1):
        states = steps_by_index(x_t, states, weights)
    return states[-1]


def top_of_the_stack(x, weights):
    """The stack of question 2, with zeros."""
    return by_index(x, [np.zeros((len(x), len(b))) for *_, b in weights], weights)[-1]


STYLES = {
    "07-stack": [by_index, by_recursion, by_reduce, step_by_step, from_all_outputs],
    "07-step": [
        steps_by_index,
        steps_accumulated,
        steps_by_recursion,
        steps_generated,
        steps_by_einsum,
    ],
    "07-compare": [
        largest_by_norm,
        largest_by_ends,
        largest_by_sorting,
        largest_by_square,
        largest_in_a_loop,
    ],
    "07-mend": [
        top_of_outputs,
        top_by_recursion,
        top_by_reduce,
        top_step_by_step,
        top_of_the_stack,
    ],
}
