"""Sequential, its summary, initializers, seeds and names."""

import numpy as np
import pytest

import rnnkit
from rnnkit import Dense, Input, Sequential, SimpleRNN, initializers
from tests.rnnkit.cases import inputs


def test_summary_of_the_lessons_stack():
    model = Sequential([Input((5, 4))] + [SimpleRNN(2, return_sequences=True) for _ in range(3)])
    lines = []
    model.summary(print_fn=lines.append)
    rows = [line.split() for line in lines[0].splitlines() if line.startswith("simple_rnn")]
    assert [row[0] for row in rows] == ["simple_rnn", "simple_rnn_1", "simple_rnn_2"]
    assert [row[-1] for row in rows] == ["14", "10", "10"]
    assert lines[0].count("(None, 5, 2)") == 3 and "Total params: 34" in lines[0]


def test_a_model_without_input_is_built_at_the_first_call():
    model = Sequential()
    model.add(SimpleRNN(5, return_sequences=True))
    model.add(Dense(4))
    lines = []
    model.summary(print_fn=lines.append)
    assert "(unbuilt)" in lines[0]
    assert model(inputs()).shape == (2, 7, 4)
    assert model.built and model.output_shapes == [(None, 7, 5), (None, 7, 4)]


def test_the_model_is_its_layers_one_after_the_other():
    model = Sequential([Input((None, 3)), SimpleRNN(5, return_sequences=True), Dense(4, "relu")])
    first, second = model.layers
    np.testing.assert_array_equal(model(inputs()), second(first(inputs())))


def test_dense_acts_on_every_time_step_alike():
    dense = Dense(4, "tanh", seed=0)
    whole = dense(inputs())
    for t in range(7):
        np.testing.assert_allclose(whole[:, t], dense(inputs()[:, t]), atol=1e-6)


@pytest.mark.parametrize("kind", ["SimpleRNN", "GRU", "LSTM"])
def test_a_seed_makes_weights_reproducible(kind):
    def weights(seed):
        layer = getattr(rnnkit, kind)(5, seed=seed)
        layer.build((None, 7, 3))
        return layer.get_weights()

    for one, two in zip(weights(3), weights(3), strict=True):
        np.testing.assert_array_equal(one, two)
    assert not np.array_equal(weights(3)[0], weights(4)[0])
    assert not np.array_equal(weights(None)[0], weights(None)[0])


def test_lstm_starts_with_an_open_forget_gate():
    layer = rnnkit.LSTM(5)
    layer.build((None, 7, 3))
    np.testing.assert_array_equal(layer.get_weights()[2], np.repeat([0, 1, 0, 0], 5))


def test_glorot_uniform_fills_its_range():
    drawn = initializers.glorot_uniform((300, 200), np.random.default_rng(0))
    limit = np.sqrt(6 / 500)
    assert 0.99 * limit < np.abs(drawn).max() <= limit
    assert abs(drawn.mean()) < 0.01 * limit and abs(drawn.var() / (limit**2 / 3) - 1) < 0.02


@pytest.mark.parametrize("shape", [(4, 4), (3, 12), (12, 3)])
def test_orthogonal_has_orthonormal_short_sides(shape):
    drawn = initializers.orthogonal(shape, np.random.default_rng(0))
    product = drawn @ drawn.T if shape[0] <= shape[1] else drawn.T @ drawn
    np.testing.assert_allclose(product, np.eye(min(shape)), atol=1e-12)


def test_weights_given_and_got_are_copies():
    layer = SimpleRNN(5, seed=0)
    layer.build((None, 7, 3))
    mine = layer.get_weights()
    layer.set_weights(mine)
    before = layer(inputs())
    for array in [*mine, *layer.get_weights()]:
        array[...] = 0
    np.testing.assert_array_equal(layer(inputs()), before)


def test_texts_of_any_length_below_an_embedding():
    model = rnnkit.Sequential([rnnkit.Input((None,)), rnnkit.Embedding(4, 3), rnnkit.GRU(2)])
    assert model.output_shapes == [(None, None, 3), (None, 2)]
    assert model([[1, 2, 0]]).shape == model([[1]]).shape == (1, 2)
    for layer in (rnnkit.Dense(3), rnnkit.GRU(2)):
        with pytest.raises(ValueError, match="features a positive int"):
            rnnkit.Sequential([rnnkit.Input((5, None)), layer])


def test_a_number_too_large_for_float32_is_infinite_without_a_warning():
    layer = rnnkit.Dense(1, kernel_initializer="ones")
    assert layer(np.full((1, 2), 1e300))[0, 0] == np.inf


def test_what_the_cell_already_is_may_be_said_again():
    cell = rnnkit.GRUCell(2, seed=3, dtype="float64")
    assert rnnkit.RNN(cell, dtype="float64", seed=3, name="mine").name == "mine"
    with pytest.raises(TypeError, match="GRUCell"):
        rnnkit.RNN(cell, dtype="float32")
