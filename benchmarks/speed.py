"""Time rnnkit and its peers on one thread, side by side: calls, and training steps."""

import time

import numpy as np

import rnnkit
from benchmarks.peers import PACKAGES, PEERS, RnnKit

SHAPES = {
    "(3, 5, 4) -> 2": ((3, 5, 4), 2),
    "(32, 50, 64) -> 128": ((32, 50, 64), 128),
    "(64, 100, 128) -> 256": ((64, 100, 128), 256),
    "(1, 1000, 64) -> 128": ((1, 1000, 64), 128),
    "(128, 28, 28) -> 128": ((128, 28, 28), 128),
}
MIDDLE = list(SHAPES)[1:3]
# What the ratio peer / rnnkit should reach, in the order of SHAPES.
GOALS = {
    ("call", "LSTM"): {
        "PyTorch": (2.5, 0.7, 0.8, 0.35, 0.9),
        "tf.function": (8, 0.95, 1.25, 1.8, 1.05),
        "keras predict": (800, 8, None, None, None),
        "ONNX Runtime": (0.4, 0.5, 0.6, None, None),
    },
    ("call", "GRU"): {"PyTorch": (None, 0.9, 0.9, None, None)},
    ("call", "SimpleRNN"): {"PyTorch": (None, 0.95, 0.95, None, None)},
    ("training step", "LSTM"): {
        "PyTorch": (None, 0.8, 1.0, 0.4, 0.95),
        "tf.function": (None, 1.0, 1.0, 1.0, 1.0),
    },
}
SECONDS, ROUNDS = 0.03, 25  # short turns, so that other work on the machine meets all sides


def tables(quick=False):
    """Return one row for each mode, layer, shape and peer that can be imported."""
    rows, missing = [], {}
    for (mode, kind), goals in GOALS.items():
        for number, (label, (shape, units)) in enumerate(SHAPES.items()):
            if quick and number in (2, 3):
                continue
            calls = make(mode, kind, shape, units, goals, missing)
            for peer, seconds in race(calls).items():
                goal = goals[peer][number] if peer in goals else None
                rows.append([mode, kind, label, peer, seconds, goal])
    return rows, missing


def make(mode, kind, shape, units, goals, missing):
    """Return name -> call for rnnkit and its peers; their results must agree."""
    x = np.random.default_rng(0).normal(size=shape).astype("float32")
    layer = getattr(rnnkit, kind)(units, return_sequences=True, seed=0)
    method, calls = {"call": "forward", "training step": "training"}[mode], {}
    expected = layer(x)
    for peer in (RnnKit, *(peer for peer in PEERS if peer.name in goals)):
        try:
            call = getattr(peer(), method)(layer, x)
        except ImportError:
            missing[peer.name] = PACKAGES[peer.name]
            continue
        np.testing.assert_allclose(np.asarray(call()), expected, atol=1e-4)
        calls[peer.name] = call
    return calls


def race(calls):
    """Return the best time of each call in seconds; they take turns, each for a while."""
    best = dict.fromkeys(calls, np.inf)
    for _ in range(ROUNDS):
        for name, call in calls.items():
            best[name] = min(best[name], for_a_while(call))
    return best


def for_a_while(call):
    """Return the mean time of a call that is repeated."""
    count, start = 0, time.perf_counter()
    while (spent := time.perf_counter() - start) < SECONDS or not count:
        call()
        count += 1
    return spent / count


def show(rows):
    """Print the ratios, with what they should reach in brackets."""
    ours = {tuple(row[:3]): row[4] for row in rows if row[3] == RnnKit.name}
    heads = f"{'':<14}{'layer':<11}{'(B, T, D) -> H':<23}{'peer':<15}"
    print(f"{heads}{'rnnkit':>10}{'peer':>11}{'ratio':>8}")
    for mode, kind, label, peer, seconds, goal in rows:
        if peer != RnnKit.name:
            mine = ours[mode, kind, label]
            wanted = f"  [{goal:g}]" if goal else ""
            times = f"{mine * 1e3:>7.3f} ms{seconds * 1e3:>8.3f} ms{seconds / mine:>8.2f}"
            print(f"{mode:<14}{kind:<11}{label:<23}{peer:<15}{times}{wanted}")
