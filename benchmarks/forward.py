"""Time one forward call of each layer in rnnkit and in Keras, side by side."""

import os
import time

SHAPES = [((3, 5, 4), 2), ((32, 50, 64), 128), ((1, 200, 64), 128)]
KINDS = ("SimpleRNN", "GRU", "LSTM")
ROUNDS = 5


def main():
    """Print shape, layer, both times and their ratio."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTRAOP_THREADS"):
        os.environ.setdefault(name, "1")  # read when NumPy and TensorFlow are loaded
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras

    print(f"Keras {keras.__version__}, best of {ROUNDS} rounds, one thread")
    print(f"{'(B, T, D) -> H':<22} {'layer':<10} {'rnnkit':>10} {'tf.function':>12} {'ratio':>7}")
    for shape, units in SHAPES:
        for kind in KINDS:
            ours, peer = compare(kind, shape, units)
            row = f"{shape!s:<15} -> {units:<3} {kind:<10} {ours * 1e3:>7.2f} ms"
            print(f"{row} {peer * 1e3:>9.2f} ms {peer / ours:>7.2f}")


def compare(kind, shape, units):
    """Return the best time of a call in seconds, of rnnkit and of Keras."""
    import keras
    import numpy as np
    import tensorflow as tf

    import rnnkit

    x = np.random.default_rng(0).normal(size=shape).astype("float32")
    ours = getattr(rnnkit, kind)(units, return_sequences=True, seed=0)
    layer = getattr(keras.layers, kind)(units, return_sequences=True)
    ours.build(shape)
    layer.build(shape)
    layer.set_weights(ours.get_weights())
    peer, tensor = tf.function(layer), tf.constant(x)
    np.testing.assert_allclose(ours(x), peer(tensor), atol=1e-4)
    best = [
        min(pair)
        for pair in zip(*[turn(ours, x, peer, tensor) for _ in range(ROUNDS)], strict=True)
    ]
    return best[0], best[1]


def turn(ours, x, peer, tensor):
    """Time both sides once, one after the other."""
    times = []
    for call in (lambda: ours(x), lambda: peer(tensor)):
        count = 0
        start = time.perf_counter()
        while (spent := time.perf_counter() - start) < 0.1 or not count:
            call()
            count += 1
        times.append(spent / count)
    return times


if __name__ == "__main__":
    main()
