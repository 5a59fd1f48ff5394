"""rnnkit equals Keras and PyTorch themselves, where they are installed, at sizes drawn anew too."""

import numpy as np
import pytest

import rnnkit
from tests.rnnkit.equality import compare, ours, stored
from tests.rnnkit.equality.keras_cases import DEFAULTS, MERGES, STACKS, stack
from tests.rnnkit.equality.specs import Call, Case, layer

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=stored.PEERS)
def peer(request):
    """Return a peer's name, its cases and the module that runs them."""
    cases, library = stored.PEERS[request.param]
    try:
        library.versions()
    except ImportError as error:
        pytest.skip(f"{request.param} is not installed: {error}")
    return request.param, cases.all_cases(), library


@pytest.mark.filterwarnings("ignore:Layer .* was passed an input with a mask:UserWarning")
def test_every_case_equals_the_peer_itself(peer):
    name_of_peer, cases, library = peer
    kept = stored.read(name_of_peer)[1]
    for name, case in cases.items():
        mine, theirs = ours.run(case, rnnkit), library.run(case)
        for part in ("forward", "gradient"):
            now = getattr(theirs, part)
            assert compare.unequal(getattr(mine, part), now) == [], name
            assert compare.unequal(now, getattr(kept[name], part)) == [], f"{name}: store again"


def drawn_cases(number):
    """Yield cases with random layers, flags, sizes, masks and states.

    Without stacks of one cell: Keras cannot run them with a mask.
    """
    random = np.random.RandomState(number)
    flip = lambda: bool(random.randint(2))  # noqa: E731
    for _ in range(60):
        batch, time, width, units = (int(n) for n in random.randint(1, 13, 4))
        flags = {"return_sequences": flip(), "return_state": True, "go_backwards": flip()}
        row = list(DEFAULTS)[random.randint(len(DEFAULTS))]
        kind, own = DEFAULTS[row]
        spec = layer(kind, units, **own, **flags, use_bias=flip(), zero_output_for_mask=flip())
        if random.randint(4) == 0:
            spec = stack(list(STACKS.values())[random.randint(2)], **flags)
        if not flags["go_backwards"] and flip():
            spec = layer("Bidirectional", spec, merge_mode=MERGES[random.randint(len(MERGES))])
        rows = tuple("".join(map(str, row)) for row in random.randint(0, 2, (batch, time)))
        call = Call(rows if flip() else None, state=flip())
        yield Case(("drawn", ""), spec, (call,), "x", (batch, time, width))


@pytest.mark.parametrize("number", range(3))
def test_drawn_cases_equal_keras(keras, number):
    for case in drawn_cases(number):
        mine, theirs = ours.run(case, rnnkit), stored.PEERS["Keras"][1].run(case)
        assert compare.unequal(mine.forward, theirs.forward) == [], case
        assert compare.unequal(mine.gradient, theirs.gradient) == [], case


def test_defaults_are_those_of_keras(keras):
    """Fresh layers: same names, same initial biases, same number and shapes of weights."""
    for kind in ("SimpleRNN", "GRU", "LSTM", "Dense"):
        mine, theirs = getattr(rnnkit, kind)(5), getattr(keras.layers, kind)(5)
        mine.build((None, 7, 3))
        theirs.build((None, 7, 3))
        assert mine.name == theirs.name.rstrip("_0123456789")
        assert [w.shape for w in mine.get_weights()] == [w.shape for w in theirs.get_weights()]
        np.testing.assert_array_equal(mine.get_weights()[-1], theirs.get_weights()[-1])


def test_models_count_as_keras_does(keras):
    layers = [layer("LSTM", 5, return_sequences=True), layer("Dense", 4, "softmax")]
    spec = layer("Sequential", [layer("Input", (7, 3)), *layers])
    case = Case(("Sequential", ""), spec)
    theirs = stored.PEERS["Keras"][1].make(case)
    assert ours.make(case, rnnkit).count_params() == theirs.count_params()


@pytest.mark.parametrize("name", sorted(rnnkit.activations.KNOWN))
def test_activations_equal_keras(keras, name):
    x = np.linspace(-9, 9, 37, dtype="float32").reshape(1, 37)
    theirs = np.asarray(getattr(keras.activations, name)(x))
    assert compare.unequal({name: rnnkit.activations.get(name)(x)}, {name: theirs}) == []
