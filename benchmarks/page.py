"""Measure, store and show: ``python -m benchmarks.page`` renews measured.json and the page.

``--show`` only writes the stored numbers into the page. A test says when the two differ.
"""

import json
import platform
import sys
from pathlib import Path

from benchmarks import cost, speed, steps
from benchmarks.peers import RnnKit
from book.blocks import with_blocks
from book.stamp import renew

STORED = Path(__file__).with_name("measured.json")
PAGE = Path(__file__).resolve().parents[1] / "book" / "why-fast.md"


def measure():
    """Measure everything that the page shows."""
    import numpy

    rows, missing = speed.tables()
    if missing:
        sys.exit(f"not installed: {missing}; the page shows all peers")
    return {
        "numpy": numpy.__version__,
        "machine": platform.machine(),
        "speed": rows,
        "steps": {label: steps.measure(label) for label in list(speed.SHAPES)[:2]},
        "memory": cost.memory(),
    }


def tables(found):
    """Return block id -> Markdown table; they speak no language."""
    return {
        "why-fast-steps-table": steps_table(found["steps"]),
        "why-fast-call-table": ratios(found["speed"], "call"),
        "why-fast-training-table": ratios(found["speed"], "training step"),
    }


def steps_table(found):
    """Return time and gain of each variant of the loop."""
    heads = [f"`{label}`" for label in found]
    lines = [f"| `benchmarks/steps.py` | {' | '.join(heads)} |", "| --- |" + " ---: |" * len(found)]
    for variant in next(iter(found.values())):
        cells = [
            f"{times[variant] * 1e3:.3f} ms ({times['plain'] / times[variant]:.1f}×)"
            for times in found.values()
        ]
        lines.append(f"| `{variant}` | {' | '.join(cells)} |")
    return "\n".join(lines)


def ratios(rows, mode):
    """Return layer and shape against peers: peer's time / ours."""
    rows = [row for row in rows if row[0] == mode]
    ours = {tuple(row[1:3]): row[4] for row in rows if row[3] == RnnKit.name}
    peers = list(dict.fromkeys(row[3] for row in rows if row[3] != RnnKit.name))
    lines = [
        f"| `(B, T, D) -> H` |  | {' | '.join(peers)} |",
        "| --- | --- |" + " ---: |" * len(peers),
    ]
    for (kind, label), mine in ours.items():
        theirs = {row[3]: row[4] / mine for row in rows if tuple(row[1:3]) == (kind, label)}
        cells = [f"{theirs[peer]:.2f}" if peer in theirs else "" for peer in peers]
        lines.append(f"| `{label}` | `{kind}` | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    if "--show" not in sys.argv:
        STORED.write_text(json.dumps(measure(), indent=1) + "\n", encoding="utf-8")
    found = json.loads(STORED.read_text(encoding="utf-8"))
    PAGE.write_text(with_blocks(PAGE.read_text(encoding="utf-8"), tables(found)), encoding="utf-8")
    renew(PAGE)
