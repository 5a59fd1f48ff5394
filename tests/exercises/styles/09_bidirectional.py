"""Right answers to 09-bidirectional, each in another style."""

from functools import reduce

import numpy as np

from rnnkit.steps import simple_rnn_step


def align_by_flip(outputs):
    """np.flip with an axis."""
    return np.flip(outputs, axis=1)


def align_by_indices(outputs):
    """Numbers of steps, counted down."""
    return outputs[:, np.arange(outputs.shape[1] - 1, -1, -1)]


def align_filled_in(outputs):
    """An array that is filled in, step by step."""
    aligned = np.empty_like(outputs)
    for t in range(outputs.shape[1]):
        aligned[:, outputs.shape[1] - 1 - t] = outputs[:, t]
    return aligned


def align_by_reversed_lists(outputs):
    """Lists of steps, row by row."""
    return np.array([list(reversed(row.tolist())) for row in outputs])


def align_by_a_matrix(outputs):
    """A matrix that exchanges steps."""
    return np.fliplr(np.eye(outputs.shape[1])) @ outputs


def align_by_take(outputs):
    """np.take with negative numbers."""
    return np.take(outputs, [-1 - t for t in range(outputs.shape[1])], axis=1)


def merge_by_a_table(forward, backward, mode):
    """A dictionary of functions."""
    ways = {
        "concat": lambda a, b: np.concatenate((a, b), axis=2),
        "sum": np.add,
        "mul": np.multiply,
        "ave": lambda a, b: np.mean([a, b], axis=0),
    }
    return ways[mode](forward, backward)


def merge_by_match(forward, backward, mode):
    """A match statement."""
    match mode:
        case "concat":
            return np.dstack([forward, backward])
        case "sum":
            return forward + backward
        case "mul":
            return forward * backward
        case _:
            return 0.5 * forward + 0.5 * backward


def merge_filled_in(forward, backward, mode):
    """An array that is filled in."""
    if mode != "concat":
        both = np.stack([forward, backward])
        return {"sum": both.sum, "mul": both.prod, "ave": both.mean}[mode](axis=0)
    H = forward.shape[-1]
    merged = np.empty((*forward.shape[:-1], 2 * H))
    merged[..., :H], merged[..., H:] = forward, backward
    return merged


def merge_by_elements(forward, backward, mode):
    """Numbers and lists alone."""
    ways = {
        "concat": lambda a, b: a + b,
        "sum": lambda a, b: [p + q for p, q in zip(a, b, strict=True)],
        "mul": lambda a, b: [p * q for p, q in zip(a, b, strict=True)],
        "ave": lambda a, b: [(p + q) / 2 for p, q in zip(a, b, strict=True)],
    }
    rows = zip(forward.tolist(), backward.tolist(), strict=True)
    return np.array([[ways[mode](a, b) for a, b in zip(*row, strict=True)] for row in rows])


def merge_in_place_on_a_copy(forward, backward, mode):
    """A copy that is changed in place."""
    if mode == "concat":
        return np.append(forward, backward, axis=-1)
    merged = forward.copy()
    if mode == "mul":
        merged *= backward
    else:
        merged += backward
    if mode == "ave":
        merged /= 2
    return merged


def unfold(x, h, W, U, b):
    """Return the outputs (B, T, H) and the last state (B, H)."""
    outputs = []
    for t in range(x.shape[1]):
        h = simple_rnn_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


def loop_by_flip(x, h0, g0, there, back):
    """np.flip, twice."""
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(np.flip(x, 1), g0, *back)
    return np.dstack([forward, np.flip(backward, 1)]), h, g


def loop_with_states_from_outputs(x, h0, g0, there, back):
    """The states are taken from the outputs."""
    forward = unfold(x, h0, *there)[0]
    backward = unfold(x[:, ::-1], g0, *back)[0][:, ::-1]
    return np.concatenate((forward, backward), axis=2), forward[:, -1], backward[:, 0]


def loop_filled_in_from_both_ends(x, h0, g0, there, back):
    """One loop that goes from both ends."""
    B, T, _ = x.shape
    H = h0.shape[1]
    outputs, h, g = np.zeros((B, T, 2 * H)), h0, g0
    for t in range(T):
        h = outputs[:, t, :H] = simple_rnn_step(x[:, t], h, *there)
        g = outputs[:, T - 1 - t, H:] = simple_rnn_step(x[:, T - 1 - t], g, *back)
    return outputs, h, g


def loop_by_recursion(x, h0, g0, there, back):
    """Each direction: one step, then the others."""

    def states(steps, h, weights):
        if not steps:
            return []
        h = simple_rnn_step(steps[0], h, *weights)
        return [h, *states(steps[1:], h, weights)]

    steps = [*np.swapaxes(x, 0, 1)]
    forward, backward = states(steps, h0, there), states(steps[::-1], g0, back)
    pairs = zip(forward, reversed(backward), strict=True)
    return np.stack([np.hstack(pair) for pair in pairs], axis=1), forward[-1], backward[-1]


def loop_by_reduce(x, h0, g0, there, back):
    """A fold in each direction."""

    def states(order, start, weights):
        return reduce(
            lambda seen, t: [*seen, simple_rnn_step(x[:, t], seen[-1], *weights)], order, [start]
        )[1:]

    T = x.shape[1]
    forward, backward = states(range(T), h0, there), states(range(T - 1, -1, -1), g0, back)
    both = np.concatenate([forward, backward[::-1]], axis=-1)
    return both.transpose(1, 0, 2), forward[-1], backward[-1]


class Direction:
    """A layer that reads in one direction."""

    def __init__(self, weights, step):
        self.weights, self.step = weights, step

    def __call__(self, x, h):
        """Return aligned outputs and the last state."""
        outputs, h = unfold(x[:, :: self.step], h, *self.weights)
        return outputs[:, :: self.step], h


def loop_of_objects(x, h0, g0, there, back):
    """Two objects, one for each direction."""
    forward, h = Direction(there, 1)(x, h0)
    backward, g = Direction(back, -1)(x, g0)
    return np.append(forward, backward, axis=-1), h, g


def last_by_halves(outputs):
    """np.split, then the ends."""
    forward, backward = np.split(outputs, 2, axis=-1)
    return np.hstack([forward[:, -1], backward[:, 0]])


def last_filled_in(outputs):
    """The last step, whose second half is written over."""
    last, H = outputs[:, -1].copy(), outputs.shape[2] // 2
    last[:, H:] = outputs[:, 0, H:]
    return last


def last_by_where(outputs):
    """np.where along the places."""
    width = outputs.shape[-1]
    return np.where(np.arange(width) < width // 2, outputs[:, -1], outputs[:, 0])


def last_by_indices(outputs):
    """A number of a step for each place."""
    T, width = outputs.shape[1:]
    steps = np.repeat([T - 1, 0], width // 2)
    return outputs[:, steps, np.arange(width)]


def last_by_reshape(outputs):
    """An axis for the directions."""
    B, T, width = outputs.shape
    apart = outputs.reshape(B, T, 2, width // 2)
    return np.stack([apart[:, -1, 0], apart[:, 0, 1]], axis=1).reshape(B, width)


def last_by_elements(outputs):
    """Rows as lists."""
    H = outputs.shape[-1] // 2
    return np.array([[*row[-1][:H], *row[0][H:]] for row in outputs.tolist()])


STYLES = {
    "09-align": [
        align_by_flip,
        align_by_indices,
        align_filled_in,
        align_by_reversed_lists,
        align_by_a_matrix,
        align_by_take,
    ],
    "09-merge": [
        merge_by_a_table,
        merge_by_match,
        merge_filled_in,
        merge_by_elements,
        merge_in_place_on_a_copy,
    ],
    "09-loop": [
        loop_by_flip,
        loop_with_states_from_outputs,
        loop_filled_in_from_both_ends,
        loop_by_recursion,
        loop_by_reduce,
        loop_of_objects,
    ],
    "09-last": [
        last_by_halves,
        last_filled_in,
        last_by_where,
        last_by_indices,
        last_by_reshape,
        last_by_elements,
    ],
}
