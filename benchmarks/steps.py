"""From the plain loop to the fast path, one idea at a time: ``python -m benchmarks.steps``."""

import numpy as np

from benchmarks.speed import SHAPES, race
from rnnkit import fast
from rnnkit.activations import sigmoid
from rnnkit.steps import lstm_step


def plain(x, h, c, W, U, b):
    """The readable step at every time."""
    outputs = []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1)


def one_product_for_x(x, h, c, W, U, b):
    """All input projections in one product."""
    outputs, from_x = [], x @ W + b
    for t in range(x.shape[1]):
        i, f, g, o = np.split(from_x[:, t] + h @ U, 4, axis=-1)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        outputs.append(h)
    return np.stack(outputs, axis=1)


def one_tanh(x, h, c, W, U, b):
    """Halved weights, so that one tanh serves the sigmoids too."""
    H, outputs = h.shape[1], []
    half = np.repeat(np.array([0.5, 0.5, 1, 0.5], "float32"), H)
    W, U, b = W * half, U * half, b * half
    from_x = x @ W + b
    for t in range(x.shape[1]):
        z = np.tanh(from_x[:, t] + h @ U)
        i, f, g, o = np.split(z, 4, axis=-1)
        c = (f / 2 + 0.5) * c + (i / 2 + 0.5) * g
        h = (o / 2 + 0.5) * np.tanh(c)
        outputs.append(h)
    return np.stack(outputs, axis=1)


def buffers(x, h, c, W, U, b):
    """Input, one and state in one buffer; every array made once and written into."""
    (B, T, D), H = x.shape, h.shape[1]
    half = np.repeat(np.array([0.5, 0.5, 1, 0.5], "float32"), H)
    A, outputs = np.concatenate([W, b[None], U]) * half, np.empty((B, T, H), x.dtype)
    xh, z, tanh_c = (
        np.ones((B, D + 1 + H), x.dtype),
        np.empty((B, 4 * H), x.dtype),
        np.empty_like(c),
    )
    i, f, g, o = np.split(z, 4, axis=-1)
    c, xh[:, D + 1 :] = c.copy(), h
    for t in range(T):
        xh[:, :D] = x[:, t]
        np.tanh(np.matmul(xh, A, out=z), out=z)
        for gate in (i, f, o):
            gate *= 0.5
            gate += 0.5
        c *= f
        i *= g
        c += i
        np.tanh(c, out=tanh_c)
        np.multiply(o, tanh_c, out=xh[:, D + 1 :])
        outputs[:, t] = xh[:, D + 1 :]
    return outputs


def gates_in_one_piece(x, h, c, W, U, b):
    """Each gate one piece of memory, products in tiles, blocks that stay in the cache: ours."""
    options = {"return_sequences": True, "go_backwards": False, "store": False}
    return fast.forward("LSTM", x, [h, c], [W, U, b], **options)[0]


VARIANTS = (plain, one_product_for_x, one_tanh, buffers, gates_in_one_piece)


def measure(label):
    """Return variant -> seconds for one of SHAPES; all give the same numbers."""
    (shape, H), rng = SHAPES[label], np.random.default_rng(0)
    x = rng.normal(size=shape).astype("float32")
    sizes = ((shape[2], 4 * H), (H, 4 * H), (4 * H,))
    weights = [rng.uniform(-0.2, 0.2, size).astype("float32") for size in sizes]
    states = [np.zeros((shape[0], H), "float32") for _ in range(2)]
    calls = {v.__name__: lambda v=v: v(x, *states, *weights) for v in VARIANTS}
    for call in calls.values():
        np.testing.assert_allclose(call(), calls["plain"](), atol=1e-5)
    return race(calls)


if __name__ == "__main__":
    for label in ("(3, 5, 4) -> 2", "(32, 50, 64) -> 128"):
        times = measure(label)
        print(label)
        for variant, seconds in times.items():
            print(f"  {variant:<20}{seconds * 1e3:>9.3f} ms{times['plain'] / seconds:>7.2f}")
