"""Every backward pass against numerical gradients, and the laws of truncation and masks."""

import itertools

import numpy as np
import pytest

import rnnkit
from rnnkit import gradcheck
from tests.rnnkit.cases import B, D, H, T, draw_like, inputs

MASKS = {
    "none": None,
    "holes": [[1, 1, 0, 1, 0, 1, 1], [0, 0, 1, 1, 1, 1, 1]],
    "one row hidden": [[0] * 7, [1, 1, 1, 1, 0, 0, 0]],
}
SLOW_MASKS = [pytest.param(name, marks=pytest.mark.slow) for name in MASKS]
QUICK_MASKS = ["none", *SLOW_MASKS[1:]]
LAYERS = {
    "SimpleRNN": lambda **flags: rnnkit.SimpleRNN(H, **flags),
    "SimpleRNN softsign": lambda **flags: rnnkit.SimpleRNN(H, activation="softsign", **flags),
    "GRU": lambda **flags: rnnkit.GRU(H, **flags),
    "GRU reset before": lambda **flags: rnnkit.GRU(H, reset_after=False, **flags),
    "GRU no bias": lambda **flags: rnnkit.GRU(H, use_bias=False, **flags),
    "LSTM": lambda **flags: rnnkit.LSTM(H, **flags),
    "LSTM softmax": lambda **flags: rnnkit.LSTM(H, activation="softmax", **flags),
    "stack": lambda **flags: rnnkit.RNN([rnnkit.LSTMCell(H), rnnkit.GRUCell(4)], **flags),
    "twice": lambda **flags: rnnkit.RNN([SHARED, SHARED], **flags),
}
SHARED = rnnkit.GRUCell(D)
EXACT = 1e-6
FLAGS = ("return_sequences", "return_state", "go_backwards", "zero_output_for_mask")


def random_weights(layer, features=D):
    layer.build((None, None, features))
    layer.set_weights(draw_like(layer.get_weights(), seed=5))
    return layer


def exact(layer, x=None, **options):
    found = gradcheck(layer, inputs() if x is None else x, **options)
    assert max(found.values()) < EXACT, found
    return found


@pytest.mark.parametrize("mask", QUICK_MASKS)
@pytest.mark.parametrize("kind", LAYERS)
def test_layers(kind, mask):
    for number, flags in enumerate(itertools.product((False, True), repeat=len(FLAGS))):
        if number % 3 == len(mask) % 3:  # every flag with every other, spread over the masks
            layer = random_weights(LAYERS[kind](**dict(zip(FLAGS, flags, strict=True))))
            states = layer.get_initial_state(B)
            names = exact(layer, inputs()[:, :5], mask=MASKS[mask] and np.array(MASKS[mask])[:, :5])
            assert "inputs" in names and f"initial_state[{len(states) - 1}]" in names


@pytest.mark.parametrize("mask", SLOW_MASKS)
@pytest.mark.parametrize("merge_mode", ["concat", "sum", "mul", "ave", None])
def test_both_directions(merge_mode, mask):
    for whole in (False, True):
        inner = rnnkit.LSTM(H, return_sequences=whole, return_state=True)
        layer = random_weights(rnnkit.Bidirectional(inner, merge_mode))
        found = exact(layer, inputs()[:, :4], mask=MASKS[mask] and np.array(MASKS[mask])[:, :4])
        assert len(found) == 1 + 6 + 4


def test_models_with_masks_of_their_own():
    x = inputs().astype("float64")
    x[0, 4:], x[1, 2] = 0, 0
    bidirectional = rnnkit.Bidirectional(rnnkit.GRU(3, return_sequences=True))
    layers = [bidirectional, rnnkit.LSTM(4, return_sequences=True), rnnkit.Dense(2, "softmax")]
    exact(rnnkit.Sequential(layers), x, mask=np.any(x != 0, axis=-1))
    found = gradcheck(rnnkit.Sequential([rnnkit.Masking(), *layers]), x)
    found.pop("inputs")  # a zero that is moved is no padding any more
    assert max(found.values()) < EXACT
    shared = rnnkit.Dense(4, "tanh")
    exact(rnnkit.Sequential([rnnkit.Dense(4), shared, rnnkit.SimpleRNN(4), shared]), x)


def test_embedding_learns_at_each_place_where_an_index_stands():
    model = rnnkit.Sequential([rnnkit.Embedding(6, 3, mask_zero=True), rnnkit.GRU(4)])
    found = exact(model, [[1, 2, 2, 0], [5, 2, 0, 0]])
    assert "inputs" not in found
    output, cache = model.forward([[1, 2, 2, 0], [5, 2, 0, 0]])
    d_embeddings = model.backward(np.ones_like(output), cache).weights[0]
    assert [bool(np.any(row)) for row in d_embeddings] == [False, True, True, False, False, True]


@pytest.mark.parametrize("name", sorted(rnnkit.activations.KNOWN))
def test_activations(name):
    layer = rnnkit.Dense(H, activation=name, seed=3)
    exact(layer)


def test_dropout_goes_back_through_what_it_hid():
    layer = random_weights(
        rnnkit.GRU(H, dropout=0.4, recurrent_dropout=0.4, dtype="float64", seed=3)
    )
    x, step = inputs().astype("float64"), 1e-6

    def output(x):
        layer.cell.renew_dropout()
        return layer.forward(x, training=True)

    _, cache = output(x)
    d_x = layer.backward(np.ones((B, H)), cache).inputs
    numerical = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += step
        down[index] -= step
        numerical[index] = (output(up)[0].sum() - output(down)[0].sum()) / (2 * step)
    np.testing.assert_allclose(d_x, numerical, atol=1e-8)
    assert np.any(d_x == 0)


@pytest.mark.parametrize("kind", LAYERS)
@pytest.mark.parametrize("truncate", [1, 3, 7, 50])
def test_truncated_equals_pieces_with_states_handed_on(kind, truncate):
    layer = random_weights(LAYERS[kind](return_sequences=True, return_state=True))
    x, d_output = inputs(), np.random.RandomState(3).normal(size=(B, T, layer.units))
    whole = layer.backward(d_output, layer.forward(x)[1], truncate=truncate)
    states, pieces = None, []
    for start in range(0, T, truncate):
        piece = slice(start, start + truncate)
        (_, *states), cache = layer.forward(x[:, piece], initial_state=states)
        pieces.append(layer.backward(d_output[:, piece], cache))
    d_inputs = np.concatenate([piece.inputs for piece in pieces], axis=1)
    np.testing.assert_allclose(whole.inputs, d_inputs, atol=1e-5)
    for number, d_weight in enumerate(whole.weights):
        in_pieces = sum(piece.weights[number] for piece in pieces)
        np.testing.assert_allclose(d_weight, in_pieces, atol=2e-5)


@pytest.mark.parametrize("kind", LAYERS)
def test_what_is_masked_gets_no_gradient_even_when_it_is_not_a_number(kind):
    layer = random_weights(LAYERS[kind](return_sequences=True))
    mask, x = np.array(MASKS["holes"], bool), inputs()
    clean = layer.backward(np.ones((B, T, layer.units)), layer.forward(x, mask=mask)[1])
    x[~mask] = np.nan
    output, cache = layer.forward(x, mask=mask)
    spoilt = layer.backward(np.ones_like(output), cache)
    assert np.all(spoilt.inputs[~mask] == 0)
    for one, other in zip(clean.weights, spoilt.weights, strict=True):
        np.testing.assert_array_equal(one, other)


def test_gradients_of_the_states_alone_and_their_memory():
    layer = random_weights(rnnkit.LSTM(H, return_state=True))
    (output, h, c), cache = layer.forward(inputs())
    through_h = layer.backward(None, cache, d_states=[np.ones_like(h), np.zeros_like(c)])
    through_output = layer.backward(np.ones_like(output), cache)
    np.testing.assert_array_equal(through_h.inputs, through_output.inputs)
    arrays = [through_h.inputs, *through_h.weights, *through_h.initial_state]
    kept = layer.get_weights()
    for array in arrays:
        array[...] = 7
    for weight, before in zip(layer.get_weights(), kept, strict=True):
        np.testing.assert_array_equal(weight, before)
    again = layer.backward(np.ones_like(output), cache)
    np.testing.assert_array_equal(again.inputs, through_output.inputs)


def test_gradcheck_finds_a_wrong_gradient(monkeypatch):
    right = rnnkit.steps.lstm_step_backward

    def wrong(*given):
        d_x, d_h, d_c, d_W, d_U, d_b = right(*given)
        return d_x, d_h, d_c * 1.01, d_W, d_U, d_b

    monkeypatch.setattr(rnnkit.steps, "lstm_step_backward", wrong)
    found = gradcheck(LAYERS["LSTM softmax"](seed=0), inputs())
    assert found["initial_state[1]"] > 1e-3 and found["bias"] > 1e-5


def test_gradcheck_changes_nothing():
    layer = rnnkit.LSTM(H, stateful=True, seed=0)
    layer(inputs())
    kept, states = layer.get_weights(), layer.states
    gradcheck(layer, inputs()[:, :2])
    assert layer.dtype == "float32" and layer.get_weights()[0].dtype == np.float32
    for one, other in zip([*layer.get_weights(), *layer.states], [*kept, *states], strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        (lambda layer, cache: layer.backward(np.ones((B, H + 1)), cache), ValueError, "d_output"),
        (lambda layer, cache: layer.backward(np.ones((B, H)), None), TypeError, "cache"),
        (lambda layer, cache: rnnkit.GRU(H).backward(None, cache), TypeError, "same layer"),
        (lambda layer, cache: layer.backward(None, cache, d_states=[0]), ValueError, "d_states"),
        (lambda layer, cache: layer.backward(None, cache, truncate=0), ValueError, "truncate"),
        (lambda layer, cache: gradcheck(layer.cell, inputs()), TypeError, "not a layer"),
        (lambda layer, cache: gradcheck(layer, inputs(), epsilon=2), ValueError, "epsilon"),
        (lambda layer, cache: gradcheck(layer, np.ones(3)), ValueError, "axes"),
    ],
)
def test_wrong_calls_are_explained(wrong, error, words):
    layer = random_weights(rnnkit.GRU(H))
    _, cache = layer.forward(inputs())
    with pytest.raises(error, match=words) as caught:
        wrong(layer, cache)
    assert len(str(caught.value).splitlines()) == 4
