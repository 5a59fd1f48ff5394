"""rnnkit equals Keras: against stored values always, against Keras itself in the slow tests."""

import json

import numpy as np
import pytest

import rnnkit
from tests.rnnkit import cases
from tests.rnnkit.store_oracles import ORACLES

CASES = cases.all_cases()


@pytest.fixture(scope="module")
def oracles():
    return json.loads(ORACLES.read_text(encoding="utf-8"))


def compare(name, expected):
    case = CASES[name]
    ours = cases.run(case, rnnkit, rnnkit)
    assert [a.shape for a in ours] == [a.shape for a in expected]
    assert {a.dtype for a in ours} == {np.dtype("float32")}
    for mine, theirs in zip(ours, expected, strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=0, atol=cases.TOLERANCE[case["layer"]])


@pytest.mark.parametrize("name", CASES)
def test_equals_stored_keras_values(name, oracles):
    stored = oracles["cases"][name]
    compare(name, [np.array(a["numbers"].split(), "float32").reshape(a["shape"]) for a in stored])


def test_every_stored_case_is_tested(oracles):
    assert set(oracles["cases"]) == set(CASES)
    assert len(CASES) >= 200


def test_stored_values_tell_the_flags_apart(oracles):
    """A case whose flag changed nothing would prove nothing."""
    texts = [json.dumps(case) for case in oracles["cases"].values()]
    assert len(set(texts)) == len(texts)


@pytest.mark.slow
def test_equals_keras_itself(keras, oracles):
    for name, case in CASES.items():
        compare(name, cases.run(case, keras.layers, keras.layers))


@pytest.mark.slow
def test_defaults_are_those_of_keras(keras):
    """Fresh layers: same names, same initial biases, same number and shapes of weights."""
    for kind in ("SimpleRNN", "GRU", "LSTM", "Dense"):
        ours, peer = getattr(rnnkit, kind)(5), getattr(keras.layers, kind)(5)
        ours.build((None, 7, 3))
        peer.build((None, 7, 3))
        assert ours.name == peer.name.rstrip("_0123456789")
        assert [w.shape for w in ours.get_weights()] == [w.shape for w in peer.get_weights()]
        np.testing.assert_array_equal(ours.get_weights()[-1], peer.get_weights()[-1])


@pytest.mark.slow
def test_dense_and_sequential_equal_keras(keras):
    x = cases.inputs()
    ours = rnnkit.Sequential(
        [rnnkit.Input((7, 3)), rnnkit.LSTM(5, return_sequences=True), rnnkit.Dense(4, "softmax")]
    )
    layers = keras.layers
    peer = keras.Sequential(
        [keras.Input((7, 3)), layers.LSTM(5, return_sequences=True), layers.Dense(4, "softmax")]
    )
    for mine, theirs in zip(ours.layers, peer.layers, strict=True):
        weights = cases.draw_like(mine.get_weights(), seed=3)
        mine.set_weights(weights)
        theirs.set_weights(weights)
    np.testing.assert_allclose(ours(x), peer(x), rtol=0, atol=1e-6)
    assert ours.count_params() == peer.count_params()


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(rnnkit.activations.KNOWN))
def test_activations_equal_keras(keras, name):
    x = np.linspace(-9, 9, 37, dtype="float32").reshape(1, 37)
    peer = getattr(keras.activations, name)(x)
    np.testing.assert_allclose(rnnkit.activations.get(name)(x), peer, rtol=1e-5, atol=1e-6)
