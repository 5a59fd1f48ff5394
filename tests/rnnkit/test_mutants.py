"""Each known-wrong variant of rnnkit fails a test that needs nothing but NumPy."""

import pytest

from tests.rnnkit import mutants
from tests.rnnkit.equality import stored
from tests.rnnkit.mutant_list import MUTANTS, Mutant


@pytest.mark.slow
@pytest.mark.parametrize("mutant", MUTANTS, ids=[f"{m.function}: {m.name}" for m in MUTANTS])
def test_each_mutant_is_seen(mutant):
    with mutants.altered(mutant) as library:
        assert mutants.first_to_see(library), "no test sees it"


def test_the_copy_itself_passes():
    """What a mutant fails is its own fault, not that of being a copy."""
    with mutants.altered(None) as library:
        assert all(check.faults(library) == [] for check in mutants.checks()[::5])


def test_every_part_has_mutants():
    """At least one in each module that computes."""
    files = {mutant.file for mutant in MUTANTS}
    assert {"steps.py", "cells.py", "stacks.py", "layers.py", "bptt.py", "masks.py"} <= files
    assert {"fast.py", "bidirectional.py", "embedding.py", "dense.py", "models.py"} <= files
    assert len({(m.file, m.function, m.name) for m in MUTANTS}) == len(MUTANTS) >= 40


def test_the_tour_names_cases():
    known = stored.PEERS["Keras"][0].all_cases()
    assert [name for name in mutants.TOUR if name not in known] == []


def test_a_mutant_out_of_date_is_said():
    source = "def f(x):\n    return x + 1\n"
    assert mutants.change(source, Mutant("less", "f.py", "f", "+ 1", "- 1")).endswith("x - 1\n")
    for function, old in (("g", "+ 1"), ("f", "+ 2")):
        with pytest.raises(LookupError, match="less"):
            mutants.change(source, Mutant("less", "f.py", function, old, ""))
