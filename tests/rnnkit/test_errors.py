"""Wrong input is refused before any work, and the message says how to repair it."""

import re

import numpy as np
import pytest

import rnnkit
from rnnkit import GRU, LSTM, RNN, Dense, Input, LSTMCell, Sequential, SimpleRNN, SimpleRNNCell

X = np.linspace(-1, 1, 2 * 7 * 3).reshape(2, 7, 3)


def built(layer, features=3):
    layer.build((None, None, features))
    return layer


def unpack_two(layer):
    outputs, state = layer(X)
    return outputs, state


def unpack_three(layer):
    outputs, h, c = layer(X)
    return outputs, h, c


# name: (what is done, type of the error, what the message must hold, what can stand in "fix")
WRONG = {
    "M01 stack without sequences": (
        lambda: Sequential([Input((7, 3)), SimpleRNN(5), SimpleRNN(4)]),
        ValueError,
        ["simple_rnn", "(None, 5)", "(batch, time, features)"],
        "SimpleRNN(5, ..., return_sequences=True)",
    ),
    "M01 in a lazily built model": (
        lambda: Sequential([LSTM(5), GRU(4)])(X),
        ValueError,
        ["lstm", "(None, 5)"],
        "LSTM(5, ..., return_sequences=True)",
    ),
    "M07 two axes": (
        lambda: SimpleRNN(5)(X[0]),
        ValueError,
        ["SimpleRNN input x", "(7, 3)", "(batch, time, features)"],
        "x[None]  ->  (1, 7, 3)",
    ),
    "M07 one axis": (lambda: GRU(5)(X[0, 0]), ValueError, ["GRU input x", "(3,)"], "(1, 3, 1)"),
    "M07 four axes": (
        lambda: LSTM(5)(X[None]),
        ValueError,
        ["(1, 2, 7, 3)"],
        "np.reshape(x, (1, 2, -1))",
    ),
    "M08 swapped axes": (
        lambda: built(LSTM(5))(X.transpose(0, 2, 1)),
        ValueError,
        ["LSTM input x", "swapped", "(2, 3, 7)", "(batch, time, 3)"],
        "x.transpose(0, 2, 1)  ->  (2, 7, 3)",
    ),
    "M08 other features": (lambda: built(LSTM(5), 4)(X), ValueError, ["(2, 7, 3)", "4"], "layer"),
    "M13 two names for an LSTM": (
        lambda: unpack_two(LSTM(5, return_state=True)),
        ValueError,
        ["LSTM", "3 values", "2 names"],
        "outputs, h, c = layer(x)",
    ),
    "M13 three names for a GRU": (
        lambda: unpack_three(GRU(5, return_state=True)),
        ValueError,
        ["GRU", "2 values", "3 names"],
        "outputs, h = layer(x)",
    ),
    "M18 wrong width": (
        lambda: SimpleRNN(5)(X, initial_state=np.ones((2, 4))),
        ValueError,
        ["SimpleRNN initial_state", "(2, 4)", "(2, 5)"],
        "np.zeros((2, 5)",
    ),
    "M18 one state for an LSTM": (
        lambda: LSTM(5)(X, initial_state=np.ones((2, 5))),
        ValueError,
        ["LSTM initial_state", "too few", "[(2, 5), (2, 5)]"],
        "initial_state=[h, np.zeros_like(h)]",
    ),
    "M18 two states for a GRU": (
        lambda: GRU(5)(X, initial_state=[np.ones((2, 5))] * 2),
        ValueError,
        ["GRU initial_state", "too many"],
        "a list of 1",
    ),
    "M18 batch of one": (
        lambda: GRU(5)(X, initial_state=np.ones((1, 5))),
        ValueError,
        ["(1, 5)", "(2, 5)"],
        "np.repeat(state, 2, axis=0)",
    ),
    "M18 a flat list for a stack": (
        lambda: RNN([LSTMCell(5), LSTMCell(4)])(X, initial_state=[np.ones((2, 5))] * 4),
        ValueError,
        ["RNN initial_state", "too many"],
        "a list of 2",
    ),
    "M25 input_shape": (
        lambda: SimpleRNN(5, input_shape=(7, 3)),
        TypeError,
        ["SimpleRNN argument input_shape", "Keras 2"],
        "Sequential([Input((7, 3)), SimpleRNN(...)])",
    ),
    "M25 batch_input_shape": (
        lambda: LSTM(5, batch_input_shape=(2, 7, 3)),
        TypeError,
        ["batch_input_shape"],
        "Input(batch_shape=(2, 7, 3))",
    ),
    "M25 on a Dense layer": (lambda: Dense(5, input_dim=3), TypeError, ["input_dim"], "Input("),
    "M28 a cell on a sequence": (
        lambda: SimpleRNNCell(5)(X, np.zeros((2, 5))),
        ValueError,
        ["SimpleRNNCell input x", "(2, 7, 3)", "(batch, features)"],
        "RNN(cell)(x), or cell(x[:, 0], states)",
    ),
    "M28 recurrent weight of the input's size": (
        lambda: built(SimpleRNN(5)).set_weights([np.ones((3, 5)), np.ones((3, 5)), np.ones(5)]),
        ValueError,
        ["weights[1] recurrent_kernel", "(3, 5)", "(5, 5)"],
        "np.zeros((5, 5))",
    ),
    "units of no kind": (lambda: LSTM(True), TypeError, ["LSTM argument units", "True"], "units=2"),
    "units with a fraction": (lambda: GRU(2.5), TypeError, ["2.5 (float)"], "units=2"),
    "no units": (lambda: SimpleRNN(0), ValueError, ["0 (int)"], "units=2"),
    "no cells": (lambda: RNN([]), TypeError, ["cells", "[]"], "SimpleRNNCell(2)"),
    "no time step": (lambda: GRU(5)(X[:, :0]), ValueError, ["(2, 0, 3)", "time >= 1"], "np.zeros"),
    "text for numbers": (lambda: GRU(5)("hello"), TypeError, ["GRU input x", "str"], "one_hot"),
    "ragged rows": (lambda: GRU(5)([[[1.0, 2], [3]]]), ValueError, ["GRU input x"], "np.zeros"),
    "unknown activation": (lambda: GRU(5, "tahn"), ValueError, ["activation", "'tahn'"], '"tanh"'),
    "unknown argument": (
        lambda: LSTM(5, return_sequence=True),
        TypeError,
        ["LSTM argument return_sequence"],
        "return_sequences=",
    ),
    "weights before build": (lambda: GRU(5).set_weights([]), ValueError, ["not built"], "build("),
    "too few weights": (
        lambda: built(GRU(5)).set_weights([np.ones((3, 15))]),
        ValueError,
        ["1: [(3, 15)]", "bias (2, 15)"],
        "get_weights",
    ),
    "transposed weights": (
        lambda: built(LSTM(5)).set_weights([np.ones((20, 3)), np.ones((5, 20)), np.ones(20)]),
        ValueError,
        ["kernel", "(20, 3)"],
        "w.T  ->  (3, 20)",
    ),
    "one bias row for a GRU": (
        lambda: built(GRU(5)).set_weights([np.ones((3, 15)), np.ones((5, 15)), np.ones(15)]),
        ValueError,
        ["bias", "(15,)", "(2, 15)"],
        "reset_after=False",
    ),
    "a cell as a layer": (lambda: Sequential([SimpleRNNCell(5)]), TypeError, ["cell"], "RNN(cell)"),
    "built twice": (lambda: built(built(GRU(5)), 4), ValueError, ["GRU.build", "3"], "a new GRU"),
    "letter outside the vocabulary": (
        lambda: rnnkit.text.one_hot("help"),
        ValueError,
        ["'p' in 'help'", "'helo'"],
        "'helop'",
    ),
    "texts of two lengths": (
        lambda: rnnkit.text.one_hot(["he", "hel"]),
        ValueError,
        ["[2, 3]"],
        "texts",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_message_says_place_given_expected_fix(name):
    wrong, kind, words, fix = WRONG[name]
    with pytest.raises((ValueError, TypeError)) as caught:
        wrong()
    assert caught.type is kind
    text = str(caught.value)
    head, given, expected, repair = text.splitlines()
    assert given.startswith("  given / 받은 것: ")
    assert expected.startswith("  expected / 필요한 것: ")
    assert repair.startswith("  fix / 고치는 법: ")
    english, korean = head.split(" / ", 1)
    assert re.search("[가-힣]", korean) and not re.search("[가-힣]", english)
    assert fix in repair
    assert [word for word in words if word not in text] == []


def test_codes_that_the_library_can_see_are_covered():
    codes = {name[:3] for name in WRONG if name.startswith("M")}
    assert codes == {"M01", "M07", "M08", "M13", "M18", "M25", "M28"}


def test_a_refused_call_leaves_the_layer_unbuilt():
    layer = LSTM(5)
    with pytest.raises(ValueError, match="initial_state"):
        layer(X, initial_state=np.ones((2, 5)))
    assert not layer.built


def test_an_initializer_of_another_shape_leaves_no_weights():
    layer = SimpleRNN(5, recurrent_initializer=lambda shape, rng: np.zeros((9, 9)))
    with pytest.raises(ValueError, match="recurrent_kernel"):
        layer(X)
    assert not layer.built and layer.count_params() == 0


def test_a_model_explains_its_input_as_its_first_layer_does():
    with pytest.raises(ValueError, match=r"SimpleRNN input x.*\n.*\(7, 3\)"):
        Sequential([SimpleRNN(5)])(X[0])


def test_a_message_has_four_lines_whatever_was_given():
    with pytest.raises(TypeError) as caught:
        SimpleRNN(np.zeros((2, 2)))
    assert len(str(caught.value).splitlines()) == 4


def test_set_weights_changes_all_or_nothing():
    layer = built(GRU(5, seed=0))
    before = layer.get_weights()
    with pytest.raises(ValueError, match="bias"):
        layer.set_weights([np.ones((3, 15)), np.ones((5, 15)), np.ones(15)])
    for old, now in zip(before, layer.get_weights(), strict=True):
        np.testing.assert_array_equal(old, now)


def test_a_model_that_does_not_fit_builds_nothing():
    layers = [SimpleRNN(5), SimpleRNN(4)]
    with pytest.raises(ValueError, match="layer 1"):
        Sequential(layers)(X)
    assert not any(layer.built for layer in layers)
    model = Sequential([Input((7, 3)), SimpleRNN(5)])
    with pytest.raises(ValueError, match="layer 1"):
        model.add(SimpleRNN(4))
    assert len(model.layers) == 1


def test_the_returned_tuple_is_otherwise_ordinary():
    result = LSTM(5, return_state=True)(X)
    assert isinstance(result, tuple) and len(list(result)) == 3
    outputs, *states = result
    assert len(states) == 2 and len([part for part in result]) == 3
    (first, _, _), second = result, 1
    assert first is outputs and second == 1
