"""rnnkit equals what Keras and PyTorch gave: results and gradients, without either installed."""

import numpy as np
import pytest

import rnnkit
from tests.rnnkit.equality import compare, ours, stored

ALL = {peer: cases.all_cases() for peer, (cases, _) in stored.PEERS.items()}
IDS = [(peer, name) for peer, cases in ALL.items() for name in cases]


@pytest.fixture(scope="module")
def values():
    return {peer: stored.read(peer)[1] for peer in ALL}


@pytest.mark.parametrize(("peer", "name"), IDS, ids=[f"{p}: {n}" for p, n in IDS])
def test_equals_stored_values(peer, name, values):
    assert ours.faults(ALL[peer][name], values[peer][name], rnnkit) == []


@pytest.mark.parametrize("name", ours.IN_BLOCKS)
def test_equals_stored_values_in_short_blocks(name, values):
    """The fast path cuts long sequences into blocks; here they are short."""
    case, theirs = ALL["Keras"][name], values["Keras"][name]
    with ours.short_blocks(rnnkit):
        assert ours.faults(case, theirs, rnnkit) == []


@pytest.mark.parametrize("peer", ALL)
def test_every_stored_case_is_tested(peer, values):
    assert set(values[peer]) == set(ALL[peer])
    assert len(ALL[peer]) >= {"Keras": 600, "PyTorch": 80}[peer]


def test_every_flag_shows(values):
    """In each layer, each flag, mask and state changes the values of some case."""
    shows = {}
    for name, case in ALL["Keras"].items():
        words = name.split(", ")
        for word in words[1:]:
            other = ", ".join(w for w in words if w != word)
            if other in ALL["Keras"] and case.calls[0].mask != "none masked":
                same = not compare.unequal(*(values["Keras"][n].forward for n in (name, other)))
                shows.setdefault((case.row[0], word), []).append(not same)
    silent = [key for key, seen in shows.items() if not any(seen)]
    assert len(shows) > 50 and silent == []


def test_a_difference_is_seen():
    a = np.linspace(-1, 1, 8, dtype="float32")
    assert compare.unequal({"a": a}, {"a": a}) == []
    assert compare.unequal({"a": a}, {"a": a + np.float32(5e-6)}) != []
    assert compare.unequal({"a": a * np.nan}, {"a": a}) != []
    assert compare.unequal({"a": a.astype("float64")}, {"a": a}) != []
    assert compare.unequal({"a": a.reshape(2, 4)}, {"a": a}) != []
    assert compare.unequal({"b": a}, {"a": a}) != []
