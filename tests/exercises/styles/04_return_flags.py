"""04-return-flags: two flags, a last state, Dense, a mended loop; right in other styles."""

from itertools import accumulate

import numpy as np

from rnnkit.steps import simple_rnn_step


def returned_by_cases(states, return_sequences, return_state):
    """Four cases, written out."""
    last = np.take(states, -1, axis=1)
    if return_sequences and return_state:
        return states, last
    if return_sequences:
        return states
    if return_state:
        return last, last
    return last


def returned_by_table(states, return_sequences, return_state):
    """A dictionary of results."""
    last = states[:, states.shape[1] - 1]
    output = {True: states, False: last}[bool(return_sequences)]
    return {True: (output, last), False: output}[bool(return_state)]


def returned_by_unpacking(states, return_sequences, return_state):
    """A list of results that may be short."""
    *_, last = np.moveaxis(states, 1, 0)
    result = [states.copy() if return_sequences else last, *[last] * return_state]
    return tuple(result) if return_state else result[0]


def returned_by_ellipsis(states, return_sequences, return_state):
    """An ellipsis, and copies."""
    last = states[..., -1, :].copy()
    return (states if return_sequences else last, last)[: 1 + return_state][
        slice(None) if return_state else 0
    ]


def returned_by_product(states, return_sequences, return_state):
    """A product with a vector that chooses the last step."""
    last = np.einsum("bth,t->bh", states, np.eye(states.shape[1])[-1])
    output = states if return_sequences else last
    return (output, last) if return_state else output


def last_by_number(result):
    """The number of values, then the number of axes."""
    if isinstance(result, tuple) and len(result) in (2, 3):
        return result[1]
    return result if result.ndim < 3 else result[:, -1]


def last_from_the_output(result):
    """The last step of the output, whatever the states."""
    output = result[0] if isinstance(result, tuple) else result
    return output[:, -1, :] if output.ndim == 3 else output


def last_by_attribute(result):
    """An array has a shape, a tuple has none."""
    if not hasattr(result, "shape"):
        _, h, *_ = result
        return np.copy(h)
    return result.reshape(len(result), -1, result.shape[-1])[:, -1]


def last_by_matching(result):
    """A match statement."""
    match result:
        case tuple():
            return result[1]
        case np.ndarray(ndim=3):
            return result[:, -1]
        case _:
            return result


def last_by_swapping(result):
    """Time first, then the last one."""
    if isinstance(result, tuple):
        return list(result)[1]
    return np.swapaxes(result, 0, 1)[-1] if len(np.shape(result)) == 3 else result


def dense_by_einsum(outputs, W, b):
    """einsum."""
    return np.einsum("bth,hk->btk", outputs, W) + b[None, None]


def dense_by_steps(outputs, W, b):
    """One step at a time."""
    return np.stack([outputs[:, t] @ W + b for t in range(outputs.shape[1])], axis=1)


def dense_by_rows(outputs, W, b):
    """All rows in one product, and the axes back."""
    B, T, H = outputs.shape
    return (np.dot(outputs.reshape(B * T, H), W) + b).reshape(B, T, -1)


def dense_by_tensordot(outputs, W, b):
    """np.tensordot, in place on its own array."""
    answers = np.tensordot(outputs, W, axes=(2, 0))
    answers += b
    return answers


def dense_by_units(outputs, W, b):
    """One answer at a time."""
    return np.stack([(outputs * W[:, k]).sum(axis=-1) + b[k] for k in range(W.shape[1])], axis=-1)


def back_into_one_array(x, h0, W, U, b):
    """An array made first and filled from its end."""
    outputs = np.empty((*x.shape[:2], h0.shape[1]))
    h = h0
    for t in reversed(range(x.shape[1])):
        outputs[:, t] = h = simple_rnn_step(x[:, t], h, W, U, b)
    return outputs, h


def back_by_flipping(x, h0, W, U, b):
    """The input flipped first, the outputs afterwards."""
    outputs, h = [], h0
    for x_t in np.flip(x, axis=1).transpose(1, 0, 2):
        h = simple_rnn_step(x_t, h, W, U, b)
        outputs.append(h)
    return np.flip(np.stack(outputs, axis=1), axis=1), outputs[-1]


def back_in_front(x, h0, W, U, b):
    """Each new state is put in front of the others."""
    outputs = [h0]
    for t in range(1, x.shape[1] + 1):
        outputs.insert(0, simple_rnn_step(x[:, -t], outputs[0], W, U, b))
    return np.stack(outputs[:-1], axis=1), outputs[0]


def back_accumulated(x, h0, W, U, b):
    """itertools.accumulate."""
    letters = np.moveaxis(x, 1, 0)[::-1]
    states = [*accumulate(letters, lambda h, x_t: simple_rnn_step(x_t, h, W, U, b), initial=h0)]
    return np.moveaxis(np.array(states[:0:-1]), 0, 1), states[-1]


def back_by_recursion(x, h0, W, U, b):
    """The rest of the word first, then its first letter."""
    if x.shape[1] == 0:
        return np.empty((len(h0), 0, h0.shape[1])), h0
    rest, h = back_by_recursion(x[:, 1:], h0, W, U, b)
    h = simple_rnn_step(x[:, 0], h, W, U, b)
    return np.concatenate([h[:, None], rest], axis=1), h


STYLES = {
    "04-returned": [
        returned_by_cases,
        returned_by_table,
        returned_by_unpacking,
        returned_by_ellipsis,
        returned_by_product,
    ],
    "04-last": [
        last_by_number,
        last_from_the_output,
        last_by_attribute,
        last_by_matching,
        last_by_swapping,
    ],
    "04-dense": [
        dense_by_einsum,
        dense_by_steps,
        dense_by_rows,
        dense_by_tensordot,
        dense_by_units,
    ],
    "04-mend": [
        back_into_one_array,
        back_by_flipping,
        back_in_front,
        back_accumulated,
        back_by_recursion,
    ],
}
