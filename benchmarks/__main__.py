"""``python -m benchmarks [--quick] [--json FILE]``: print every table."""

import argparse
import json
from pathlib import Path

from benchmarks import cost, speed


def main():
    """Measure and print; with --json also store what was measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out the two longest shapes")
    parser.add_argument("--json", type=Path, metavar="FILE", help="store the numbers here")
    options = parser.parse_args()
    rows, missing = speed.tables(options.quick)
    print("One thread each, best of turns; ratio = peer / rnnkit [what it should reach]\n")
    speed.show(rows)
    for peer, packages in missing.items():
        print(f"\n{peer} is not installed: python -m pip install {packages}")
    seconds, memory = cost.imports(), cost.memory()
    print()
    cost.show(seconds, memory)
    if options.json:
        found = {"speed": rows, "imports": seconds, "memory": memory}
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


main()
