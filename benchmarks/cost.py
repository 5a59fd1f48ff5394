"""What rnnkit costs besides time: its import, and memory."""

import subprocess
import sys
import time
import tracemalloc

import numpy as np

import rnnkit
from benchmarks.speed import SHAPES


def imports():
    """Return module -> seconds of an import in a fresh process, start of Python not counted."""
    return {
        name: fresh(f"import {name}") - fresh("pass") for name in ("rnnkit", "numpy", "tensorflow")
    }


def fresh(code):
    """Return the best of five runs of a program in seconds."""
    best = np.inf
    for _ in range(5):
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
        best = min(best, time.perf_counter() - start) if done.returncode == 0 else best
    return best


def memory():
    """Return rows of layer, shape, peak / output of a call, peak / kept numbers of training."""
    rows = []
    for kind in ("LSTM", "GRU", "SimpleRNN"):
        for label, (shape, units) in list(SHAPES.items())[1:]:
            x = np.random.default_rng(0).normal(size=shape).astype("float32")
            layer = getattr(rnnkit, kind)(units, return_sequences=True, seed=0)
            d_output = np.ones_like(layer(x))
            tracemalloc.start()
            output = layer(x)
            call = tracemalloc.get_traced_memory()[1] / output.nbytes
            del output
            tracemalloc.reset_peak()
            output, cache = layer.forward(x)
            kept = tracemalloc.get_traced_memory()[0] - output.nbytes
            layer.backward(d_output, cache)
            rows.append([kind, label, call, tracemalloc.get_traced_memory()[1] / kept])
            tracemalloc.stop()
    return rows


def show(seconds, rows):
    """Print both."""
    ours = seconds["rnnkit"]
    for name, peer in list(seconds.items())[1:]:
        goal = {"numpy": "[rnnkit under 2.5 times]", "tensorflow": "[20]"}[name]
        ratio = ours / peer if name == "numpy" else peer / ours
        print(f"import rnnkit {ours:.3f} s, {name} {peer:.3f} s: {ratio:.1f} {goal}")
    print(f"\n{'layer':<11}{'(B, T, D) -> H':<23}{'peak / output':>15}{'peak / kept':>13}")
    for kind, label, call, training in rows:
        print(f"{kind:<11}{label:<23}{call:>9.2f} [1.8]{training:>7.2f} [2.5]")
