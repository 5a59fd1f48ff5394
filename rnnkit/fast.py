"""The fast path: whole sequences through SimpleRNN, GRU and LSTM with their default activations.

It computes what the steps in `rnnkit.steps` compute, arranged for the processor:

- x_t, a one for the bias and h_{t-1} stand on top of each other in one buffer, so that one matrix
  product makes all gates of a step;
- arrays are (features, batch): every gate block is one contiguous piece of memory;
- the gates stand in the order i, f, o, g and their weights are halved, so that one tanh serves
  all four: sigmoid(z) = tanh(z / 2) / 2 + 1 / 2;
- every array is made once and written into; time is walked in blocks that stay in the cache.

Letters as in `rnnkit.steps`; K = D + 1 + H is the height of the buffer.
"""

import itertools

import numpy as np

CACHE = 1 << 16  # numbers of one block of the buffer: 256 KB in float32


def forward(kind, x, states, weights, *, return_sequences, go_backwards, store):
    """Run a whole sequence.

    Parameters
    ----------
    kind : {"SimpleRNN", "GRU", "LSTM"}
        GRU with the reset gate after the product.
    x : ndarray of shape (B, T, D)
    states : list of ndarrays of shape (B, H)
    weights : list of ndarrays
        In Keras' order and layout; the bias may be missing.
    return_sequences, go_backwards : bool
    store : bool
        Keep what `backward` needs.

    Returns
    -------
    outputs : ndarray of shape (B, T, H) with return_sequences, else (B, H)
    states : list of ndarrays of shape (B, H)
    stored : object for `backward`, or None

    References: one product for all gates: Appleyard et al. (2016).
    """
    x = x[:, ::-1] if go_backwards else x
    run = KINDS[kind](x, states, weights, store)
    B, T, _ = x.shape
    outputs = np.empty((B, T, run.H), x.dtype) if return_sequences else None
    for start in range(0, T, run.block):
        steps = min(run.block, T - start)
        run.load(x, start, steps)
        last = run.steps(steps)
        if return_sequences:
            outputs[:, start : start + steps] = run.h[1 : steps + 1].transpose(2, 0, 1)
    states = [state.T.copy() for state in last]
    stored = (run, return_sequences, go_backwards) if store else None
    return (outputs if return_sequences else states[0].copy()), states, stored


def backward(stored, d_outputs, d_states, *, truncate=None):
    """Go back through `forward`.

    Parameters
    ----------
    stored : object
        From `forward`.
    d_outputs : ndarray with the outputs' shape
    d_states : list of ndarrays of shape (B, H), or None for zeros
    truncate : int, optional
        No gradient passes between pieces of this many steps.

    Returns
    -------
    d_x : ndarray of shape (B, T, D)
    d_states : list of ndarrays of shape (B, H)
    d_weights : list of ndarrays, as the weights were given
    """
    run, return_sequences, go_backwards = stored
    d = [np.zeros((run.H, run.B), run.dtype) for _ in range(run.states)]
    for into, given in zip(d, d_states or [], strict=False):
        into[...] = given.T
    if not return_sequences:
        d[0] += d_outputs.T
    d_x = np.empty((run.B, run.T, run.D), run.dtype)
    d_A = np.zeros((run.rows, run.A.shape[1]), run.dtype)
    block = max(1, CACHE // (run.rows * max(run.B, 1)))
    for start in reversed(range(0, run.T, block)):
        here = slice(start, min(start + block, run.T))
        given = d_outputs[:, here].transpose(1, 2, 0) if return_sequences else None
        d_z, d_xh = run.back(here, d, given, truncate)
        d_x[:, here] = d_xh[:, : run.D].transpose(2, 0, 1)
        d_A += _side_by_side(d_z) @ _side_by_side(run.xh[here]).T
    d_x = d_x[:, ::-1].copy() if go_backwards else d_x
    return d_x, [np.ascontiguousarray(s.T) for s in d], run.as_weights(d_A)


def _side_by_side(blocks):
    """Return (rows, steps * B) for (steps, rows, B)."""
    return blocks.transpose(1, 0, 2).reshape(blocks.shape[1], -1)


class _Run:
    """The buffers of one sequence, and what the three kinds share.

    ``xh`` (steps + 1, K, B) holds input, one and state of each step; ``A`` the weights of the
    gates that see all three. Arrays that `backward` reads have one entry for each step, others
    one entry in all.
    """

    states = 1

    def __init__(self, x, states, weights, store):
        W, U, *b = weights
        self.dtype, self.store, self.bias = x.dtype, store, bool(b)
        (self.B, self.T, self.D), self.H = x.shape, U.shape[0]
        K = self.D + 1 + self.H
        self.block = self.T if store else min(self.T, max(1, CACHE // (K * max(self.B, 1))))
        self.xh = np.empty((self.block + 1, K, self.B), self.dtype)
        self.xh[:, self.D] = 1
        self.h = self.xh[:, self.D + 1 :]
        self.h[0] = states[0].T
        self.prepare(W, U, b[0] if b else np.zeros(self.no_bias * W.shape[1], self.dtype), states)

    no_bias = 1

    def empty(self, rows, more=0):
        """Return a buffer of (entries, rows, B)."""
        return np.empty(((self.block if self.store else 1 - more) + more, rows, self.B), self.dtype)

    def walk(self, *buffers):
        """Return an iterator over the entries of buffers, without end where there is one entry."""
        if self.store:
            return zip(*buffers, strict=False)
        return itertools.repeat(tuple(buffer[0] for buffer in buffers))

    def load(self, x, start, steps):
        """Write a block of inputs into the buffer; the state goes on from the block before."""
        if start:
            self.h[0] = self.h[self.block]
        self.xh[:steps, : self.D] = x[:, start : start + steps].transpose(1, 2, 0)

    def back(self, here, d, given, truncate):
        """Go back through a block of steps.

        Returns d_z (steps, rows, B) and d_xh (steps, K, B); `d` becomes the states' before it.
        """
        steps = range(here.start, here.stop)
        d_z = np.empty((len(steps), self.rows, self.B), self.dtype)
        d_xh = np.empty((len(steps), *self.xh.shape[1:]), self.dtype)
        for at in reversed(range(len(steps))):
            if given is not None:
                d[0] += given[at]
            self.back_step(steps[at], d, d_z[at], d_xh[at])
            if truncate and steps[at] % truncate == 0 and steps[at]:
                for state in d:
                    state[...] = 0
        d[0] = d[0].copy()
        return d_z, d_xh


def _stack(W, b, U):
    """Return (rows, K) from weights in Keras' layout, for input, one and state."""
    return np.concatenate([W, b[None], U]).T.copy()


def _one_minus_square(y, out):
    """Write the derivative of y = tanh(z)."""
    np.multiply(y, y, out=out)
    return np.subtract(1, out, out=out)


def _as_sigmoid(half):
    """Turn tanh(z / 2) into sigmoid(z), in place."""
    np.multiply(half, 0.5, out=half)
    np.add(half, 0.5, out=half)


class _SimpleRNN(_Run):
    def prepare(self, W, U, b, states):
        self.A, self.rows = _stack(W, b, U), self.H

    def steps(self, steps):
        for xh, h in zip(self.xh[:steps], self.h[1:], strict=False):
            np.matmul(self.A, xh, out=h)
            np.tanh(h, out=h)
        return [self.h[steps]]

    def back_step(self, step, d, d_z, d_xh):
        _one_minus_square(self.h[step + 1], out=d_z)
        d_z *= d[0]
        np.matmul(self.A.T, d_z, out=d_xh)
        d[0] = d_xh[self.D + 1 :]

    def as_weights(self, d_A):
        d_W, d_b, d_U = np.split(d_A.T, [self.D, self.D + 1])
        return [d_W.copy(), d_U.copy()] + [d_b[0].copy()] * self.bias


class _GRU(_Run):
    no_bias = 2

    def prepare(self, W, U, b, states):
        H, D = self.H, self.D
        b = b.reshape(2, 3 * H)
        A = _stack(W, b[0], U)
        A[: 2 * H, D] += b[1, : 2 * H]
        self.A, self.A_x = A[: 2 * H] / 2, A[2 * H :, : D + 1].copy()
        self.A_h = np.concatenate([b[1:, 2 * H :], U[:, 2 * H :]]).T.copy()
        self.rows = 4 * H
        self.zr, self.from_h, self.hh = self.empty(2 * H), self.empty(H), self.empty(H)

    def steps(self, steps):
        H, D = self.H, self.D
        buffers = self.zr, self.zr[:, :H], self.zr[:, H:], self.from_h, self.hh
        from_x = np.matmul(self.A_x, self.xh[:steps, : D + 1])
        old_and_new = zip(self.xh, self.h, self.h[1:], from_x, self.walk(*buffers), strict=False)
        for xh, h, new, x_h, (zr, z, r, from_h, hh) in old_and_new:
            np.matmul(self.A, xh, out=zr)
            np.tanh(zr, out=zr)
            _as_sigmoid(zr)
            np.matmul(self.A_h, xh[D:], out=from_h)
            np.multiply(r, from_h, out=hh)
            np.add(hh, x_h, out=hh)
            np.tanh(hh, out=hh)
            np.subtract(h, hh, out=new)  # z h + (1 - z) hh = hh + z (h - hh)
            np.multiply(new, z, out=new)
            np.add(new, hh, out=new)
        return [self.h[steps]]

    def back_step(self, step, d, d_z, d_xh):
        H, D, d_h = self.H, self.D, d[0]
        zr, from_h, hh, h = self.zr[step], self.from_h[step], self.hh[step], self.h[step]
        z, r, d_hh = zr[:H], zr[H:], d_z[3 * H :]
        _one_minus_square(hh, out=d_hh)
        d_hh *= d_h * (1 - z)
        np.multiply(d_hh, r, out=d_z[2 * H : 3 * H])
        np.multiply(d_hh, from_h, out=d_z[H : 2 * H])
        np.subtract(h, hh, out=d_z[:H])
        d_z[:H] *= d_h
        d_z[: 2 * H] *= zr * (1 - zr)
        np.matmul(self.A.T, 2 * d_z[: 2 * H], out=d_xh)
        d_xh[D:] += self.A_h.T @ d_z[2 * H : 3 * H]
        d_xh[: D + 1] += self.A_x.T @ d_hh
        d_xh[D + 1 :] += d_h * z
        d[0] = d_xh[D + 1 :]

    def as_weights(self, d_A):
        H, D = self.H, self.D
        d_W, d_b, d_U = np.split(d_A.T, [D, D + 1])
        gates, from_h, from_x = slice(2 * H), slice(2 * H, 3 * H), slice(3 * H, 4 * H)
        pick = lambda d, last: np.concatenate([d[:, gates], d[:, last]], axis=1)  # noqa: E731
        d_b = np.concatenate([pick(d_b, from_x), pick(d_b, from_h)])
        return [pick(d_W, from_x), pick(d_U, from_h)] + [d_b] * self.bias


class _LSTM(_Run):
    states = 2

    def prepare(self, W, U, b, states):
        H = self.H
        self.A, self.rows = _swap(_stack(W, b, U), H), 4 * H
        self.A[: 3 * H] /= 2
        self.z = self.empty(5 * H, more=1)  # i, f, o, g, and c before the step
        self.tanh_c = self.empty(H)
        self.z[0, 4 * H :] = states[1].T

    def steps(self, steps):
        H, z = self.H, self.z
        products = np.empty((2 * H, self.B), self.dtype)
        written, kept = products[:H], products[H:]
        next_c = z[1:, 4 * H :] if self.store else z[:, 4 * H :]
        parts = z[:, : 4 * H], z[:, : 3 * H], z[:, : 2 * H], z[:, 3 * H :], z[:, 2 * H : 3 * H]
        entries = self.walk(*parts, next_c, self.tanh_c)
        walk = zip(self.xh[:steps], self.h[1:], entries, strict=False)
        for xh, h, (blocks, gates, i_f, g_c, o, c, tanh_c) in walk:
            np.matmul(self.A, xh, out=blocks)
            np.tanh(blocks, out=blocks)
            _as_sigmoid(gates)
            np.multiply(i_f, g_c, out=products)
            np.add(written, kept, out=c)
            np.tanh(c, out=tanh_c)
            np.multiply(o, tanh_c, out=h)
        return [self.h[steps], c]

    def back_step(self, step, d, d_z, d_xh):
        H, (d_h, d_c) = self.H, d
        z, tanh_c = self.z[step], self.tanh_c[step]
        gates, i, f, o = z[: 3 * H], z[:H], z[H : 2 * H], z[2 * H : 3 * H]
        through = _one_minus_square(tanh_c, out=d_z[:H])
        through *= o
        through *= d_h
        d_c += through
        halves = (2, H, self.B)
        np.multiply(z[3 * H :].reshape(halves), d_c, out=d_z[: 2 * H].reshape(halves))
        np.multiply(d_h, tanh_c, out=d_z[2 * H : 3 * H])
        d_z[: 3 * H] *= gates - gates * gates
        _one_minus_square(z[3 * H : 4 * H], out=d_z[3 * H :])
        d_z[3 * H :] *= d_c
        d_z[3 * H :] *= i
        d_c *= f
        np.matmul(self.back_A.T, d_z, out=d_xh)
        d[0] = d_xh[self.D + 1 :]

    def back(self, here, d, given, truncate):
        self.back_A = self.A.copy()
        self.back_A[: 3 * self.H] *= 2
        return super().back(here, d, given, truncate)

    def as_weights(self, d_A):
        return _SimpleRNN.as_weights(self, _swap(d_A, self.H))


def _swap(A, H):
    """Turn rows i, f, g, o into i, f, o, g, or back."""
    return np.concatenate([A[: 2 * H], A[3 * H :], A[2 * H : 3 * H]])


KINDS = {"SimpleRNN": _SimpleRNN, "GRU": _GRU, "LSTM": _LSTM}
