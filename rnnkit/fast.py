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
from numpy import add, multiply, subtract

CACHE = 1 << 14  # numbers in one block of the buffer: 64 KB in float32


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
    fits = CACHE // (run.rows * max(run.B, 1))
    block = max(1, fits, min(run.T // 8, 16 * fits))
    for start in reversed(range(0, run.T, block)):
        here = slice(start, min(start + block, run.T))
        given = d_outputs[:, here].swapaxes(0, 1).copy() if return_sequences else None
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
        self.half, self.one = np.array(0.5, x.dtype), np.array(1, x.dtype)
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
        entries = [buffer[::-1] for buffer in self.entries(here, d_z, d_xh)]
        for step, entry in zip(reversed(steps), zip(*entries, strict=True), strict=True):
            if given is not None:
                d[0] += given[step - here.start].T
            self.back_step(d, *entry)
            if truncate and step % truncate == 0 and step:
                for state in d:
                    state[...] = 0
        d[0] = d[0].copy()
        return d_z, d_xh


def _stack(W, b, U):
    """Return (K, kH): what multiplies input, one and state, in Keras' order of blocks."""
    return np.concatenate([W, b[None], U])


class _SimpleRNN(_Run):
    def prepare(self, W, U, b, states):
        self.A, self.rows = _stack(W, b, U).T.copy(), self.H

    def steps(self, steps):
        product, tanh = self.A.dot, np.tanh
        for xh, h in zip(self.xh[:steps], self.h[1:], strict=False):
            product(xh, h)
            tanh(h, h)
        return [self.h[steps]]

    def entries(self, here, d_z, d_xh):
        self.A_back = self.A.T.copy()
        return self.h[here.start + 1 : here.stop + 1], d_z, d_xh, d_xh[:, self.D + 1 :]

    def back_step(self, d, h, d_z, d_xh, d_before):
        multiply(h, h, d_z)
        subtract(self.one, d_z, d_z)
        multiply(d_z, d[0], d_z)
        self.A_back.dot(d_z, d_xh)
        d[0] = d_before

    def as_weights(self, d_A):
        d_W, d_b, d_U = np.split(d_A.T, [self.D, self.D + 1])
        return [d_W.copy(), d_U.copy()] + [d_b[0].copy()] * self.bias


class _GRU(_Run):
    no_bias = 2

    def prepare(self, W, U, b, states):
        H, D = self.H, self.D
        b = b.reshape(2, 3 * H)
        self.A = multiply(_stack(W, b[0], U)[:, : 2 * H].T, self.half, order="C")
        self.A[:, D] += b[1, : 2 * H] * self.half
        self.A_x = np.concatenate([W[:, 2 * H :], b[:1, 2 * H :]]).T.copy()
        self.A_h = np.concatenate([b[1:, 2 * H :], U[:, 2 * H :]]).T.copy()
        self.rows = 4 * H  # z, r, the candidate's part from h and the one from x
        self.zr, self.from_h, self.hh = self.empty(2 * H), self.empty(H), self.empty(H)

    def steps(self, steps):
        H, D, half, tanh = self.H, self.D, self.half, np.tanh
        gates, candidate = self.A.dot, self.A_h.dot
        from_x = np.matmul(self.A_x, self.xh[:steps, : D + 1])
        buffers = self.zr, self.zr[:, :H], self.zr[:, H:], self.from_h, self.hh
        walk = zip(
            self.xh, self.xh[:, D:], self.h, self.h[1:], from_x, self.walk(*buffers), strict=False
        )
        for xh, one_h, h, new, x_h, (zr, z, r, from_h, hh) in walk:
            gates(xh, zr)
            tanh(zr, zr)
            multiply(zr, half, zr)
            add(zr, half, zr)
            candidate(one_h, from_h)
            multiply(r, from_h, hh)
            add(hh, x_h, hh)
            tanh(hh, hh)
            subtract(h, hh, new)  # z h + (1 - z) hh = hh + z (h - hh)
            multiply(new, z, new)
            add(new, hh, new)
        return [self.h[steps]]

    def entries(self, here, d_z, d_xh):
        H, D, zr = self.H, self.D, self.zr[here]
        self.A_back, self.scratch = 2 * self.A.T, np.empty((2 * H, self.B), self.dtype)
        saved = zr, zr[:, :H], zr[:, H:], self.from_h[here], self.hh[here], self.h[here]
        blocks = d_z[:, : 2 * H], d_z[:, :H], d_z[:, H : 2 * H], d_z[:, 2 * H : 3 * H]
        return *saved, *blocks, d_z[:, 3 * H :], d_xh, d_xh[:, D:], d_xh[:, : D + 1]

    def back_step(
        self, d, zr, z, r, from_h, hh, h, d_zr, d_z, d_r, d_from_h, d_hh, d_xh, d_one_h, d_x_one
    ):
        d_h, scratch, keep = d[0], self.scratch, self.scratch[: self.H]
        multiply(hh, hh, d_hh)
        subtract(self.one, d_hh, d_hh)
        subtract(self.one, z, keep)
        multiply(keep, d_h, keep)
        multiply(d_hh, keep, d_hh)
        multiply(d_hh, r, d_from_h)
        multiply(d_hh, from_h, d_r)
        subtract(h, hh, d_z)
        multiply(d_z, d_h, d_z)
        subtract(self.one, zr, scratch)
        multiply(scratch, zr, scratch)
        multiply(d_zr, scratch, d_zr)
        self.A_back.dot(d_zr, d_xh)
        add(d_one_h, self.A_h.T.dot(d_from_h), d_one_h)
        add(d_x_one, self.A_x.T.dot(d_hh), d_x_one)
        multiply(d_h, z, keep)
        d[0] = d_one_h[1:]
        add(d[0], keep, d[0])

    def as_weights(self, d_A):
        H, D = self.H, self.D
        d_W, d_b, d_U = np.split(d_A.T, [D, D + 1])

        def with_gates(d, last):
            return np.concatenate([d[:, : 2 * H], d[:, last * H : (last + 1) * H]], axis=1)

        d_b = np.concatenate([with_gates(d_b, 3), with_gates(d_b, 2)])
        return [with_gates(d_W, 3), with_gates(d_U, 2)] + [d_b] * self.bias


class _LSTM(_Run):
    states = 2

    def prepare(self, W, U, b, states):
        H = self.H
        stacked, self.rows = _stack(W, b, U).T, 4 * H
        self.A = np.empty(stacked.shape, self.dtype)
        multiply(stacked[: 2 * H], self.half, self.A[: 2 * H])
        multiply(stacked[3 * H :], self.half, self.A[2 * H : 3 * H])
        self.A[3 * H :] = stacked[2 * H : 3 * H]
        self.z = self.empty(5 * H, more=1)  # i, f, o, g, and c before the step
        self.tanh_c = self.empty(H)
        self.z[0, 4 * H :] = states[1].T

    def steps(self, steps):
        H, z, half, product, tanh = self.H, self.z, self.half, self.A.dot, np.tanh
        products = np.empty((2 * H, self.B), self.dtype)
        written, kept = products[:H], products[H:]
        next_c = z[1:, 4 * H :] if self.store else z[:, 4 * H :]
        parts = z[:, : 4 * H], z[:, : 3 * H], z[:, : 2 * H], z[:, 3 * H :], z[:, 2 * H : 3 * H]
        entries = self.walk(*parts, next_c, self.tanh_c)
        walk = zip(self.xh[:steps], self.h[1:], entries, strict=False)
        for xh, h, (blocks, gates, i_f, g_c, o, c, tanh_c) in walk:
            product(xh, blocks)
            tanh(blocks, blocks)
            multiply(gates, half, gates)
            add(gates, half, gates)
            multiply(i_f, g_c, products)
            add(written, kept, c)
            tanh(c, tanh_c)
            multiply(o, tanh_c, h)
        return [self.h[steps], c]

    def entries(self, here, d_z, d_xh):
        H, z, pairs = self.H, self.z[here], (len(d_z), 2, self.H, self.B)
        self.A_back, self.scratch = self.A.T.copy(), np.empty((3 * H, self.B), self.dtype)
        self.A_back[:, : 3 * H] *= 2
        i, f, o, g = (z[:, n * H : (n + 1) * H] for n in range(4))
        saved = z[:, : 3 * H], i, f, o, g, z[:, 3 * H :].reshape(pairs), self.tanh_c[here]
        h = self.h[here.start + 1 : here.stop + 1]
        blocks = d_z[:, : 2 * H].reshape(pairs), d_z[:, 2 * H : 3 * H], d_z[:, : 3 * H]
        return *saved, h, *blocks, d_z[:, 3 * H :], d_z, d_xh, d_xh[:, self.D + 1 :]

    def back_step(
        self, d, gates, i, f, o, g, g_c, tanh_c, h, d_i_f, d_o, d_gates, d_g, d_z, d_xh, d_before
    ):
        (d_h, d_c), scratch, small = d, self.scratch, self.scratch[: self.H]
        multiply(h, tanh_c, small)
        subtract(o, small, small)  # o (1 - tanh(c) ** 2)
        multiply(small, d_h, small)
        add(d_c, small, d_c)
        multiply(g_c, d_c, d_i_f)
        multiply(d_h, tanh_c, d_o)
        subtract(self.one, gates, scratch)
        multiply(scratch, gates, scratch)
        multiply(d_gates, scratch, d_gates)
        multiply(g, g, small)
        subtract(self.one, small, small)
        multiply(small, d_c, small)
        multiply(small, i, d_g)
        multiply(d_c, f, d_c)
        self.A_back.dot(d_z, d_xh)
        d[0] = d_before

    def as_weights(self, d_A):
        H = self.H
        in_order = np.concatenate([d_A[: 2 * H], d_A[3 * H :], d_A[2 * H : 3 * H]])
        return _SimpleRNN.as_weights(self, in_order)


KINDS = {"SimpleRNN": _SimpleRNN, "GRU": _GRU, "LSTM": _LSTM}
