"""10-training: probabilities, a loss, one step back, back through time, clipping; in other styles.

Logits may be large: every style takes the largest one off first.
"""

from functools import reduce
from math import sqrt

import numpy as np


def by_logarithm(y, tau):
    """exp of the logarithm of the shares."""
    z = y / tau - (y / tau).max(axis=1, keepdims=True)
    return np.exp(z - np.log(np.exp(z).sum(axis=1, keepdims=True)))


def row_by_row(y, tau):
    """One row after the other, in a list."""
    rows = []
    for row in y:
        z = np.exp((row - max(row)) / tau)
        rows.append(z / sum(z))
    return np.array(rows)


def by_differences(y, tau):
    """One over the sum of the ratios to all others."""
    with np.errstate(over="ignore"):
        return 1 / np.exp((y[:, None, :] - y[:, :, None]) / tau).sum(axis=2)


def in_place_on_its_own(y, tau):
    """In place, on a copy."""
    z = np.array(y, dtype=float)
    z -= z.max(axis=-1, keepdims=True)
    z /= tau
    np.exp(z, out=z)
    z /= z.sum(axis=-1, keepdims=True)
    return z


def loss_by_loops(y, answers, mask):
    """A loop over the rows."""
    loss, d_y, n = 0.0, np.zeros(y.shape), int(sum(mask))
    for row in range(len(y)):
        if not mask[row]:
            continue
        p = row_by_row(y[row : row + 1], 1.0)[0]
        top = y[row].max()
        loss += (top - y[row, answers[row]] + np.log(np.exp(y[row] - top).sum())) / n
        d_y[row] = p / n
        d_y[row, answers[row]] -= 1 / n
    return loss, d_y


def loss_of_chosen_rows(y, answers, mask):
    """Rows that count are cut out and put back."""
    chosen = np.flatnonzero(mask)
    z = y[chosen] - y[chosen].max(axis=1, keepdims=True)
    total = np.log(np.exp(z).sum(axis=1))
    right = answers[chosen]
    d_y = np.zeros_like(y)
    d_y[chosen] = np.exp(z - total[:, None])
    d_y[chosen, right] -= 1
    return (total - z[np.arange(len(chosen)), right]).mean(), d_y / len(chosen)


def loss_with_take(y, answers, mask):
    """take_along_axis, and a weight for each row."""
    weights = np.asarray(mask, dtype=float)[:, None] / np.sum(mask)
    z = y - y.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    picked = np.take_along_axis(log_p, answers[:, None], axis=1)
    one = answers[:, None] == np.arange(y.shape[1])
    return -float((picked * weights).sum()), (np.exp(log_p) - one) * weights


def loss_by_logaddexp(y, answers, mask):
    """np.logaddexp adds up the exponentials."""
    log_p = y - np.logaddexp.reduce(y, axis=1)[:, None]
    share = np.where(mask, 1 / np.count_nonzero(mask), 0.0)
    loss = -np.einsum("b,b->", log_p[np.arange(len(y)), answers], share)
    return loss, np.einsum("bv,b->bv", np.exp(log_p) - np.eye(y.shape[1])[answers], share)


def step_by_einsum(d_h, x, before, after, U):
    """einsum for every product."""
    d_z = d_h - d_h * after**2
    return (
        np.einsum("bk,hk->bh", d_z, U),
        np.einsum("bd,bh->dh", x, d_z),
        np.einsum("bk,bh->kh", before, d_z),
        np.einsum("bh->h", d_z),
    )


def step_row_by_row(d_h, x, before, after, U):
    """Outer products of single rows, added up."""
    d_before, d_W, d_U, d_b = np.empty(before.shape), 0, 0, 0
    for row in range(len(x)):
        d_z = d_h[row] * (1 - after[row] ** 2)
        d_before[row] = U @ d_z
        d_W, d_U, d_b = d_W + np.outer(x[row], d_z), d_U + np.outer(before[row], d_z), d_b + d_z
    return d_before, d_W, d_U, d_b


def step_of_joined_rows(d_h, x, before, after, U):
    """One product for all weights: inputs, states and ones side by side."""
    d_z = (1 + after) * (1 - after) * d_h
    joined = np.hstack([x, before, np.ones((len(x), 1))])
    d_all = joined.T @ d_z
    D, H = x.shape[1], before.shape[1]
    return d_z @ U.T, d_all[:D], d_all[D : D + H], d_all[-1]


def step_by_dot(d_h, x, before, after, U):
    """np.dot, and the transposes named first."""
    x_T, before_T, U_T = np.transpose(x), np.transpose(before), np.transpose(U)
    d_z = np.multiply(d_h, 1.0 - np.square(after))
    return np.dot(d_z, U_T), np.dot(x_T, d_z), np.dot(before_T, d_z), np.sum(d_z, axis=0)


step_back = step_by_dot  # the tests put others in its place


def loop_with_list(d_out, x, h, U):
    """All steps in a list, then their sums."""
    d_h, found = np.zeros(h[:, 0].shape), []
    for t in range(x.shape[1] - 1, -1, -1):
        d_h, *own = step_back(d_h + d_out[:, t], x[:, t], h[:, t], h[:, t + 1], U)
        found.append(own)
    return *map(sum, zip(*found, strict=True)), d_h


def loop_by_recursion(d_out, x, h, U):
    """The last step, then the sequence without it."""
    *own, d_h = further_back(np.zeros_like(h[:, 0]), d_out, x, h, U)
    return *own, d_h


def further_back(d_h, d_out, x, h, U):
    """Go back from the end of what is left."""
    d_h, *own = step_back(d_h + d_out[:, -1], x[:, -1], h[:, -2], h[:, -1], U)
    if x.shape[1] == 1:
        return *own, d_h
    *rest, d_h0 = further_back(d_h, d_out[:, :-1], x[:, :-1], h[:, :-1], U)
    return *[a + b for a, b in zip(own, rest, strict=True)], d_h0


def loop_by_reduce(d_out, x, h, U):
    """functools.reduce over the steps from the end."""

    def back(found, t):
        d_h, *own = step_back(found[0] + d_out[:, t], x[:, t], h[:, t], h[:, t + 1], U)
        return d_h, *[a + b for a, b in zip(found[1:], own, strict=True)]

    d_h, *sums = reduce(back, reversed(range(x.shape[1])), (np.zeros_like(h[:, 0]), 0, 0, 0))
    return *sums, d_h


def loop_over_reversed_arrays(d_out, x, h, U):
    """Reversed views and zip."""
    d_h, d_W, d_U, d_b = 0 * h[:, 0], 0, 0, 0
    turned = (np.moveaxis(one, 1, 0)[::-1] for one in (d_out, x, h[:, :-1], h[:, 1:]))
    for own, x_t, before, after in zip(*turned, strict=True):
        d_h, one, two, three = step_back(d_h + own, x_t, before, after, U)
        d_W, d_U, d_b = d_W + one, d_U + two, d_b + three
    return d_W, d_U, d_b, d_h


def clip_flat(gradients, limit):
    """One long vector of all gradients."""
    norm = np.linalg.norm(np.concatenate([one.ravel() for one in gradients]))
    return tuple(one * min(1.0, limit / norm) for one in gradients)


def clip_by_maximum(gradients, limit):
    """Divide by the larger of norm and limit."""
    norm = sqrt(sum(float(np.vdot(one, one)) for one in gradients))
    return tuple(limit * one / max(norm, limit) for one in gradients)


def clip_with_hypot(gradients, limit):
    """The norm of the norms."""
    norm = np.hypot.reduce([np.linalg.norm(one) for one in gradients])
    if norm <= limit:
        return tuple(one.copy() for one in gradients)
    return tuple(one / norm * limit for one in gradients)


def clip_into_a_list(gradients, limit):
    """Into a list, with a loop over the numbers of the norm."""
    squares = 0.0
    for one in gradients:
        for number in one.flat:
            squares += number * number
    factor = 1 if squares <= limit**2 else limit / squares**0.5
    return [factor * one for one in gradients]


STYLES = {
    "10-temperature": [by_logarithm, row_by_row, by_differences, in_place_on_its_own],
    "10-loss": [loss_by_loops, loss_of_chosen_rows, loss_with_take, loss_by_logaddexp],
    "10-step": [step_by_einsum, step_row_by_row, step_of_joined_rows, step_by_dot],
    "10-loop": [loop_with_list, loop_by_recursion, loop_by_reduce, loop_over_reversed_arrays],
    "10-clip": [clip_flat, clip_by_maximum, clip_with_hypot, clip_into_a_list],
}
