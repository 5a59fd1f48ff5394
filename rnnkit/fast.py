"""The fast path: whole sequences through SimpleRNN, GRU and LSTM with their default activations.

It computes what the steps in `rnnkit.steps` compute, arranged for the processor:

- x_t, a one for the bias and h_{t-1} stand side by side in one buffer, so that one product makes
  all gates of a step, gate by gate in one piece of memory; large products are made in tiles;
- the gates stand in the order o, i, f, g and the weights of the first three are halved, so that
  one tanh serves all four: sigmoid(z) = tanh(z / 2) / 2 + 1 / 2;
- every array is made once and written into; time is walked in blocks that stay in the cache;
- where the numbers are so few that making arrays costs more than filling them, the next sequence
  of that size gets the same ones;
- going back, all that needs no gradient of the next step is computed for many steps at once.

Letters as in `rnnkit.steps`; K = D + 1 + H is the width of the buffer.
"""

import itertools

import numpy as np
from numpy import add, multiply, subtract

from .tiles import Product

CACHE = 3 << 12  # numbers in one block of the buffer: 48 KB in float32
ROWS = 256  # rows (steps x batch) in one block of the way back
SMALL = 1 << 9  # B x H below which the calls of NumPy cost more than the numbers
O_FIRST = np.array([3, 0, 1, 2])  # the blocks i, f, g, o in the order o, i, f, g
SPARE = {}  # at most 8 runs of small sizes, each in use by one call at a time


def forward(kind, x, states, weights, return_sequences, go_backwards, store):
    """Run a whole sequence.

    Parameters
    ----------
    kind : {"SimpleRNN", "GRU", "LSTM"}
        GRU with the reset gate after the product.
    x : ndarray of shape (B, T, D)
    states : list of ndarrays of shape (B, H), or None for zeros
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

    References
    ----------
    one product for all gates: Appleyard et al. (2016).
    """
    x = (x[:, ::-1] if go_backwards else x).swapaxes(0, 1)
    (T, B, D), H = x.shape, len(weights[1])
    block = T if store else min(T, max(1, CACHE // ((D + 1 + H) * B)))
    sizes = block, B, D, H, x.dtype, store
    run = SPARE.pop((kind, *sizes), None) or KINDS[kind](*sizes)
    run.load(weights, states or (0, 0))
    outputs = np.empty((B, T, H), x.dtype) if return_sequences else None
    for start in range(0, T, block):
        steps = min(block, T - start)
        if start:
            run.h_rows[0] = run.h_rows[block]
        run.inputs[:steps] = x[start : start + steps]
        last = run.steps(steps)
        if return_sequences:
            outputs[:, start : start + steps] = run.h_rows[1 : steps + 1].swapaxes(0, 1)
    states = [run.rows(state).copy("C") for state in last]
    if run.small:
        if len(SPARE) > 7:
            SPARE.clear()
        SPARE[kind, *sizes] = run
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
    B, T, D = run.B, run.block, run.D
    d = [np.zeros((B, run.H), run.dtype) for _ in range(run.states)]
    for into, given in zip(d, d_states or [], strict=False):
        into[...] = given
    if not return_sequences:
        d[0] += d_outputs
    d_x = np.empty((B, T, D), run.dtype)
    in_order = (d_x[:, ::-1] if go_backwards else d_x).swapaxes(0, 1)
    d_S = np.zeros((run.K, run.blocks * run.H), run.dtype)
    run.prepare_back(d[0])
    block = max(1, ROWS // max(B, 1))
    for start in reversed(range(0, T, block)):
        here = slice(start, min(start + block, T))
        given = d_outputs[:, here].swapaxes(0, 1) if return_sequences else itertools.repeat(None)
        d_z = run.back(here, d, given, truncate).reshape(-1, d_S.shape[1])
        in_order[here] = (d_z[:, run.seen_by_x] @ run.S[:D].T).reshape(here.stop - start, B, D)
        d_S += run.rows(run.xh[here]).reshape(-1, run.K).T @ d_z
    return d_x, d, run.as_weights(*np.split(d_S, [D, D + 1]))


class _Run:
    """The buffers of one sequence, and what the three kinds share.

    ``xh`` holds input, one and state of each step, and of the step after the last. A buffer's last
    axes are (B, features). For tiny sizes they are (features, B), where one product can write all
    gates as whole pieces of memory; for B = 1 that is the same memory.
    """

    states, biases, seen_by_x, seen_by_h = 1, 1, slice(None), slice(None)

    def __init__(self, block, B, D, H, dtype, store):
        self.block, self.B, self.D, self.H, self.dtype = block, B, D, H, dtype
        self.store, self.K = store, D + 1 + H
        self.columns = B < 2 or (B * H < SMALL and not store)
        self.small = self.columns and not store and self.K * H < CACHE
        self.kept = None
        self.half, self.one = np.array(0.5, dtype), np.array(1, dtype)
        self.xh = self.empty(block + 1, width=self.K)
        self.h = self.cut(self.xh, D + 1, self.K)
        self.inputs, self.h_rows = self.rows(self.cut(self.xh, 0, D)), self.rows(self.h)
        self.cut(self.xh, D, D + 1)[...] = 1
        self.make_buffers(block if store else 1)

    def load(self, weights, first):
        """Take the weights and the first states of a sequence."""
        W, U, *b = weights
        self.bias = bool(b)
        b = b[0] if b else np.zeros(self.biases * W.shape[1], self.dtype)
        b = b.reshape(self.biases, -1)
        self.S = np.concatenate([W, b[:1], U])
        self.h_rows[0] = first[0]
        self.arrange(self.S, b, first)
        if not self.store:
            self.S = None

    def each(self, steps):
        """Return what each step reads and writes, made once where the run is used again."""
        if self.small and self.kept is None:
            self.kept = list(self.views())
        return itertools.islice(self.kept or self.views(), steps)

    def empty(self, *shape, width=None):
        """Return a buffer of (..., B, width)."""
        last = (width or self.H, self.B)
        return np.empty(shape + (last if self.columns else last[::-1]), self.dtype)

    def rows(self, buffer):
        """Return a view of (..., B, features)."""
        return buffer.swapaxes(-1, -2) if self.columns else buffer

    def cut(self, buffer, start, stop):
        """Return a view of some features of a buffer."""
        return buffer[..., start:stop, :] if self.columns else buffer[..., start:stop]

    def walk(self, *buffers):
        """Return an iterator over the entries of buffers, without end where there is one entry."""
        if self.store:
            return zip(*buffers, strict=False)
        return itertools.repeat(tuple(buffer[0] for buffer in buffers))

    def back(self, here, d, given, truncate):
        """Go back through a block of steps: `d` becomes the states' gradient before it.

        Returns d_z of shape (steps, B, blocks, H).
        """
        steps = here.stop - here.start
        d_z = np.empty((steps, self.B, self.blocks, self.H), self.dtype)
        entries = [buffer[::-1] for buffer in self.entries(here, d_z)]
        given = given if isinstance(given, itertools.repeat) else given[::-1]
        times = range(here.stop - 1, here.start - 1, -1)
        for t, d_output, *entry in zip(times, given, *entries, strict=False):
            if d_output is not None:
                add(d[0], d_output, d[0])
            self.back_step(d, *entry)
            if truncate and t % truncate == 0 and t:
                for state in d:
                    state[...] = 0
        return d_z

    def as_weights(self, d_W, d_b, d_U):
        """Return what belongs to each weight, in memory of its own."""
        return [d_W.copy(), d_U.copy()] + [d_b[0].copy()] * self.bias

    def recurrent(self):
        """Return U, its blocks in the order of d_z."""
        return self.S[self.D + 1 :]

    def prepare_back(self, d_h):
        """Make the product that leads from d_z to the gradient of the state before, `d_h`."""
        self.product_back = Product(self.recurrent().T, 1, self.B)
        self.d_h = self.product_back.writes(d_h[None])[0]
        self.scratch = np.empty((self.B, self.H), self.dtype)

    def to_h(self, d_z):
        """Return what of d_z (steps, B, blocks, H) goes through the recurrent kernel."""
        return self.product_back.reads(d_z.reshape(*d_z.shape[:2], -1)[..., self.seen_by_h])


class _SimpleRNN(_Run):
    blocks = 1

    def make_buffers(self, entries):
        pass

    def arrange(self, S, b, first):
        self.product = Product(S, 1, self.B, self.columns)

    def views(self):
        read, written = self.product.reads(self.xh), self.product.writes(self.h[1:])
        return zip(read, written, self.h[1:], strict=False)

    def steps(self, steps):
        times, tanh = self.product.times, np.tanh
        for entry, z, h in self.each(steps):
            times(entry, z)
            tanh(h, h)
        return [self.h[steps]]

    def entries(self, here, d_z):
        h, slope = self.rows(self.h)[here.start + 1 : here.stop + 1], d_z[:, :, 0]
        multiply(h, h, slope)
        subtract(self.one, slope, slope)
        return slope, self.to_h(d_z)

    def back_step(self, d, slope, d_z):
        multiply(slope, d[0], slope)
        self.product_back.times(d_z, self.d_h)


class _GRU(_Run):
    biases, blocks = 2, 4  # the candidate's part from h, z, r, the candidate's part from x

    seen_by_x = property(lambda self: slice(self.H, None))
    seen_by_h = property(lambda self: slice(3 * self.H))

    def make_buffers(self, entries):
        self.zr, self.from_h, self.hh = (self.empty(entries, *n) for n in ((2,), (), ()))

    def arrange(self, S, b, first):
        H, D = self.H, self.D
        A = multiply(S[:, : 2 * H], self.half)
        A[D] += b[1, : 2 * H] * self.half
        self.gates = Product(A, 2, self.B, self.columns)
        A = np.concatenate([b[1:, 2 * H :], S[D + 1 :, 2 * H :]])
        self.candidate = Product(A, 1, self.B, self.columns)
        self.A_x = S[: D + 1, 2 * H :].copy()

    def views(self):
        one_h = self.candidate.reads(self.cut(self.xh, self.D, self.K))
        written = self.gates.writes(self.zr), self.candidate.writes(self.from_h)
        buffers = *written, self.zr, self.zr[:, 0], self.zr[:, 1], self.from_h, self.hh
        read = self.gates.reads(self.xh), one_h, self.h, self.h[1:]
        return zip(*read, self.walk(*buffers), strict=False)

    def steps(self, steps):
        half, tanh, gates, candidate = self.half, np.tanh, self.gates.times, self.candidate.times
        x_one = self.cut(self.xh, 0, self.D + 1)[:steps]
        from_x = np.matmul(self.A_x.T, x_one) if self.columns else np.matmul(x_one, self.A_x)
        for x_h, views in zip(from_x, self.each(steps), strict=False):
            xh, one_h, h, new, (zr_out, h_out, zr, z, r, from_h, hh) = views
            gates(xh, zr_out)
            tanh(zr, zr)
            multiply(zr, half, zr)
            add(zr, half, zr)
            candidate(one_h, h_out)
            multiply(r, from_h, hh)
            add(hh, x_h, hh)
            tanh(hh, hh)
            subtract(h, hh, new)  # z h + (1 - z) hh = hh + z (h - hh)
            multiply(new, z, new)
            add(new, hh, new)
        return [self.h[steps]]

    def entries(self, here, d_z):
        d, saved = d_z.swapaxes(1, 2), (self.zr, self.from_h, self.hh, self.h)
        zr, from_h, hh, h = (self.rows(buffer)[here] for buffer in saved)
        z, r = zr[:, 0], zr[:, 1]
        d_from_h, d_z_gate, d_r, d_hh = d[:, 0], d[:, 1], d[:, 2], d[:, 3]
        subtract(self.one, zr, d[:, 1:3])
        multiply(d[:, 1:3], zr, d[:, 1:3])
        subtract(h, hh, d_from_h)
        multiply(d_z_gate, d_from_h, d_z_gate)
        multiply(hh, hh, d_hh)
        subtract(self.one, d_hh, d_hh)
        subtract(self.one, z, d_from_h)
        multiply(d_hh, d_from_h, d_hh)
        multiply(d_hh, from_h, d_from_h)
        multiply(d_r, d_from_h, d_r)
        multiply(d_hh, r, d_from_h)
        return d, z, self.to_h(d_z)

    def back_step(self, d, slopes, z, d_z):
        multiply(slopes, d[0], slopes)
        multiply(d[0], z, self.scratch)
        self.product_back.times(d_z, self.d_h)
        add(d[0], self.scratch, d[0])

    def recurrent(self):
        U, H = super().recurrent(), self.H
        return np.concatenate([U[:, 2 * H :], U[:, : 2 * H]], axis=1)

    def as_weights(self, d_W, d_b, d_U):
        H = self.H
        d_b_h, d_U = (np.concatenate([d[:, H : 3 * H], d[:, :H]], axis=1) for d in (d_b, d_U))
        d_b = np.concatenate([d_b[:, H:], d_b_h])
        return [d_W[:, H:].copy(), d_U] + [d_b] * self.bias


class _LSTM(_Run):
    states, blocks = 2, 4

    def make_buffers(self, entries):
        self.z = self.empty(entries + self.store, 5)  # o, i, f, g, and c before the step
        self.tanh_c, self.products = self.empty(entries), self.empty(2)

    def arrange(self, S, b, first):
        H = self.H
        A = S.reshape(self.K, 4, H).take(O_FIRST, axis=1).reshape(self.K, 4 * H)
        gates = A[:, : 3 * H]
        multiply(gates, self.half, gates)
        self.product = Product(A, 4, self.B, self.columns)
        self.rows(self.z)[0, 4] = first[1]

    def views(self):
        z = self.z
        next_c = z[1:, 4] if self.store else z[:, 4]
        parts = z[:, :4], z[:, :3], z[:, 1:3], z[:, 3:], z[:, 0], next_c, self.tanh_c
        entries = self.walk(self.product.writes(z[:, :4]), *parts)
        return zip(self.product.reads(self.xh), self.h[1:], entries, strict=False)

    def steps(self, steps):
        half, times, tanh = self.half, self.product.times, np.tanh
        products, (kept, written) = self.products, self.products
        for xh, h, (out, blocks, gates, i_f, g_c, o, c, tanh_c) in self.each(steps):
            times(xh, out)
            tanh(blocks, blocks)
            multiply(gates, half, gates)
            add(gates, half, gates)
            multiply(i_f, g_c, products)
            add(kept, written, c)
            tanh(c, tanh_c)
            multiply(o, tanh_c, h)
        return [self.h[steps], c]

    def entries(self, here, d_z):
        d, z, tanh_c = d_z.swapaxes(1, 2), self.rows(self.z)[here], self.rows(self.tanh_c)[here]
        o, i, f, g = (z[:, n] for n in range(4))
        d_i_f, d_g, d_o = d[:, :2], d[:, 2], d[:, 3]
        subtract(self.one, z[:, 1:3], d_i_f)
        multiply(d_i_f, z[:, 1:3], d_i_f)
        multiply(d_i_f, z[:, 3:], d_i_f)
        multiply(g, g, d_g)
        subtract(self.one, d_g, d_g)
        multiply(d_g, i, d_g)
        subtract(self.one, o, d_o)
        multiply(d_o, o, d_o)
        multiply(d_o, tanh_c, d_o)
        through_c = multiply(self.rows(self.h)[here.start + 1 : here.stop + 1], tanh_c)
        subtract(o, through_c, through_c)  # o (1 - tanh(c) ** 2)
        return d[:, :3], d_o, f, through_c, self.to_h(d_z)

    def back_step(self, d, slopes, slope_o, f, through_c, d_z):
        (d_h, d_c), small = d, self.scratch
        multiply(d_h, through_c, small)
        add(d_c, small, d_c)
        multiply(slopes, d_c, slopes)
        multiply(slope_o, d_h, slope_o)
        multiply(d_c, f, d_c)
        self.product_back.times(d_z, self.d_h)


KINDS = {"SimpleRNN": _SimpleRNN, "GRU": _GRU, "LSTM": _LSTM}
