"""Write the tables of the page 'How equal?': ``python -m tests.rnnkit.equality.table``.

They speak no language: the page explains them in both. Numbers are computed here, from the stored
values of the peers; a test says when the page no longer shows what is true.
"""

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np

import rnnkit
from book.blocks import table as markdown_table
from book.blocks import with_blocks
from tests.rnnkit.equality import compare, ours, specs, stored
from tests.rnnkit.mutant_list import MUTANTS

PAGE = Path(__file__).resolve().parents[3] / "book" / "how-equal.md"

# What Keras and rnnkit make of a call: the shape of the result, or the type of the error.
DIFFERENT = {
    "GRU(5)(x, initial_state=[h[:1]])": ("(2, 5)", "ValueError"),
    "GRU(5)(x, initial_state=[h, h])": ("(2, 5)", "ValueError"),
    "Bidirectional(GRU(5))(x, initial_state=[h] * 4)": ("(2, 10)", "ValueError"),
    "GRU(5)(x, mask=mask[:1])": ("(2, 5)", "ValueError"),
    "GRU(5)(x, mask=mask * 0.5)": ("(2, 5)", "ValueError"),
    "GRU(True)(x)": ("(2, 1)", "TypeError"),
    "GRU(5, dropout=1.5)(x)": ("(2, 5)", "ValueError"),
    "Embedding(4, 3)(1.7 * h)": ("(2, 5, 3)", "ValueError"),
    "GRU(5)(x.tolist())": ("ValueError", "(2, 5)"),
    "RNN([GRUCell(5)])(x, mask=mask)": ("ValueError", "(2, 5)"),
}


class Row(NamedTuple):
    """One row of the table: what was compared, how often, and the largest differences."""

    layer: str
    flag: str
    peer: str
    cases: int
    forward: float
    gradient: float


def rows():
    """Compare all cases with the stored values and return one `Row` for each layer and flag."""
    found = {}
    for peer, (cases, _) in stored.PEERS.items():
        versions, values = stored.read(peer)
        label = f"{peer} {next(iter(versions.values()))}"
        for name, case in cases.all_cases().items():
            old = found.get((label, case.row), Row(*case.row, label, 0, -1.0, -1.0))
            apart = differences(ours.run(case, rnnkit), values[name])
            worst = [max(pair) for pair in zip(old[4:], apart, strict=True)]
            found[label, case.row] = Row(*case.row, label, old.cases + 1, *worst)
    order = list(dict.fromkeys((row.peer, row.layer) for row in found.values()))
    return sorted(found.values(), key=lambda row: order.index((row.peer, row.layer)))


def differences(mine, theirs):
    """Return the largest difference of the results and of the gradients; -1 of none."""
    return [
        max((compare.difference(a, other[name]) for name, a in part.items()), default=-1.0)
        for part, other in zip(mine, theirs, strict=True)
    ]


def outcome(code, library):
    """Return the shape of what a call returns, or the type of its error.

    Parameters
    ----------
    code : str
        A key of `DIFFERENT`.
    library : dict
        Classes by their name.
    """
    x = np.ones((specs.B, specs.T, specs.D), "float32")
    own = {"x": x, "h": np.ones((specs.B, specs.H), "float32"), "mask": x[..., 0] > 0}
    try:
        return str(tuple(eval(code, {**library, **own}).shape))
    except Exception as error:
        return type(error).__name__


def markdown(header, lines):
    """Return a Markdown table; columns that a formula heads hold numbers."""
    numbers = tuple(i for i, name in enumerate(header) if name.startswith("$"))
    return markdown_table(header, lines, numbers)


def blocks():
    """Return the text of each computed block of the page by its id."""
    table = rows()
    whole = [
        [peer, *numbers([row for row in table if row.peer == peer])]
        for peer in dict.fromkeys(row.peer for row in table)
    ]
    each = [[f"`{row.layer}`", in_code(row.flag), row.peer, *numbers([row])] for row in table]
    measured = ["$n$", r"$\Delta y$", r"$\Delta \nabla L$"]
    calls = [
        [f"`{code}`", f"`{theirs}`", f"`{mine}`"] for code, (theirs, mine) in DIFFERENT.items()
    ]
    counts = Counter(mutant.file for mutant in MUTANTS).items()
    variants = [[f"`rnnkit/{file}`", str(n)] for file, n in counts]
    return {
        "how-equal-whole": markdown(["", *measured], whole),
        "how-equal-table": markdown(["`layer`", "`flag`", "", *measured], each),
        "how-equal-mutants": markdown(["", "$n$"], variants),
        "how-equal-calls": markdown(["", "Keras", "rnnkit"], calls),
    }


def numbers(own):
    """Return the number of cases of some rows and their largest differences, as the page has it."""
    worst = [max(row[k] for row in own) for k in (4, 5)]
    words = [f"{n:.1e}" if n > 0 else "0" if n == 0 else "–" for n in worst]
    return [str(sum(row.cases for row in own)), *words]


def in_code(flags):
    """Return "mask, states" as "`mask`, `states`"; a comma inside brackets divides nothing."""
    words = [flags] if flags.startswith("[") else flags.split(", ")
    return ", ".join(f"`{word}`" for word in words)


def main():
    """Write all computed blocks into the page."""
    fresh = blocks()
    PAGE.write_text(with_blocks(PAGE.read_text(encoding="utf-8"), fresh), encoding="utf-8")
    print(json.dumps({name: text.count("\n") - 1 for name, text in fresh.items()}))


if __name__ == "__main__":
    main()
