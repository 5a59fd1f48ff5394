"""Known-wrong variants of rnnkit, and which test sees each: ``python -m tests.rnnkit.mutants``.

A mutant is the library with one place of one function replaced. The package is copied, the copy
changed and imported under another name, and the comparisons with the stored values of Keras and
PyTorch run against it until one fails.
"""

import ast
import importlib
import shutil
import sys
import tempfile
import warnings
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.rnnkit.equality import ours, stored
from tests.rnnkit.mutant_list import MUTANTS

RNNKIT = Path(__file__).resolve().parents[2] / "rnnkit"
COPY = "rnnkit_altered"
TOUR = (
    "SimpleRNNCell",
    "GRUCell",
    "GRUCell, reset_after=False",
    "LSTMCell",
    "LSTM, fresh biases",
    "MeanSquaredError",
    "CategoricalCrossentropy, mask trailing",
    "Adam",
    "RMSprop, 0.1, rho=0.6, epsilon=0.01",
    "SGD, 0.1, momentum=0.8, nesterov=True, global_clipnorm=0.9",
    "SimpleRNN, return_state, initial_state",
    "GRU, return_sequences, return_state, initial_state",
    "LSTM, return_sequences, return_state, go_backwards, initial_state",
    "SimpleRNN, return_sequences, mask holes, initial_state",
    "LSTM, return_sequences, go_backwards, zero_output_for_mask, mask holes, initial_state",
    "SimpleRNN, two calls that know nothing of each other",
    "SimpleRNN, stateful, two calls, then reset_state",
    "SimpleRNN, stateful, goes on, then initial_state",
    "SimpleRNN, dropout: recurrent_dropout, initial_state",
    "GRU, dropout: both, initial_state",
    "LSTM, dropout: recurrent_dropout, initial_state",
    "StackedRNNCells",
    "a cell twice",
    "Bidirectional(LSTM), mul, return_sequences, initial_state",
    "Bidirectional(SimpleRNN), ave, return_sequences, mask holes",
    "Bidirectional(SimpleRNN), stateful",
    "Sequential, three layers, mask holes",
    "Sequential, GRU, Dense at every step",
    "Embedding then SimpleRNN, mask trailing",
    "Masking(0.0) then Dense, mask holes",
)


class Check(NamedTuple):
    """One test of the suite as a function of the library: its name and what it needs."""

    test: str
    case: tuple
    values: tuple
    short_blocks: bool = False

    def faults(self, library):
        """Return what the test finds wrong, as lines of text; an exception is a fault too."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                if not self.short_blocks:
                    return ours.faults(self.case, self.values, library)
                with ours.short_blocks(library):
                    return ours.faults(self.case, self.values, library)
        except Exception as error:
            return [f"{type(error).__name__}: {error}".splitlines()[0]]


@cache
def checks():
    """Return all comparisons: those of the tour first, because they see most, then all others."""
    found = []
    for peer, (cases, _) in stored.PEERS.items():
        values = stored.read(peer)[1]
        for name, case in cases.all_cases().items():
            check = Check(f"test_equals_stored_values[{peer}: {name}]", case, values[name])
            found.append((name, check))
            if name in ours.IN_BLOCKS and peer == "Keras":
                test = f"test_equals_stored_values_in_short_blocks[{name}]"
                found.append((name, check._replace(test=test, short_blocks=True)))
    places = {name: place for place, name in enumerate(TOUR)}
    return [check for _, check in sorted(found, key=lambda f: places.get(f[0], len(places)))]


def first_to_see(library):
    """Return the name of the first test that fails with a library and what it finds, or None."""
    for check in checks():
        if lines := check.faults(library):
            return check.test, lines[0]
    return None


@contextmanager
def altered(mutant):
    """Import a copy of rnnkit with the mutant's change, for as long as the block runs."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / COPY
        shutil.copytree(RNNKIT, package)
        if mutant is not None:
            file = package / mutant.file
            file.write_text(change(file.read_text(encoding="utf-8"), mutant), encoding="utf-8")
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
        try:
            yield importlib.import_module(COPY)
        finally:
            sys.path.remove(folder)
            for name in [n for n in sys.modules if n.split(".")[0] == COPY]:
                del sys.modules[name]


def change(source, mutant):
    """Return the source of a module with the mutant's change.

    Raises
    ------
    LookupError
        The function is gone, or the old text does not stand in it exactly once.
    """
    start, stop = lines_of(ast.parse(source), mutant.function.split("."), mutant)
    lines = source.splitlines(keepends=True)
    inside = "".join(lines[start:stop])
    if inside.count(mutant.old) != 1:
        found = f"{inside.count(mutant.old)} times in {mutant.file}, {mutant.function}"
        raise LookupError(f"{mutant.name}: {mutant.old!r} stands {found}; write the mutant anew")
    return "".join(lines[:start]) + inside.replace(mutant.old, mutant.new) + "".join(lines[stop:])


def lines_of(tree, path, mutant):
    """Return the first line and the line after the last of a function, class or constant."""
    for node in tree.body:
        target = getattr(node, "targets", [node])[0]
        if path[0] in (getattr(target, "name", None), getattr(target, "id", None)):
            if path[1:]:
                return lines_of(node, path[1:], mutant)
            return node.lineno - 1, node.end_lineno
    raise LookupError(f"{mutant.name}: {mutant.file} has no {mutant.function}")


def main():
    """Print the table: the mutant, its place, the first test that sees it, what it sees."""
    missed = 0
    for mutant in MUTANTS:
        with altered(mutant) as library:
            test, fault = first_to_see(library) or ("NOBODY SEES IT", "")
        missed += not fault
        print(f"{mutant.file}, {mutant.function} | {mutant.name} | {test} | {fault}", flush=True)
    print(f"{len(MUTANTS)} mutants, {missed} not seen")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
