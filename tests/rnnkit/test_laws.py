"""Laws that hold whatever the weights are; each fails for a reason of its own."""

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

import rnnkit
from rnnkit import steps
from tests.rnnkit.cases import B, D, H, T, draw_like, inputs

LAYERS = [
    (rnnkit.SimpleRNN, {}),
    (rnnkit.GRU, {}),
    (rnnkit.GRU, {"reset_after": False}),
    (rnnkit.LSTM, {}),
]
each_layer = pytest.mark.parametrize(("kind", "arguments"), LAYERS)


def make(kind, arguments, **flags):
    layer = kind(H, **arguments, **flags)
    layer.build((B, T, D))
    layer.set_weights(draw_like(layer.get_weights(), seed=5))
    return layer


def states_of(layer, seed=9):
    return draw_like(layer.get_initial_state(B), seed)


@each_layer
def test_t_steps_of_the_cell_equal_one_call_of_the_layer(kind, arguments):
    layer = make(kind, arguments, return_sequences=True, return_state=True)
    x, states = inputs(), states_of(layer)
    whole = layer(x, initial_state=states)
    for t in range(T):
        output, states = layer.cell(x[:, t], states)
        np.testing.assert_allclose(output, whole[0][:, t], atol=1e-6)
    np.testing.assert_allclose(states, whole[1:], atol=1e-6)


@each_layer
def test_a_sequence_cut_in_two_equals_the_whole(kind, arguments):
    layer = make(kind, arguments, return_state=True)
    x, states = inputs(), states_of(layer)
    middle = layer(x[:, :4], initial_state=states)
    end = layer(x[:, 4:], initial_state=middle[1:])
    whole = layer(x, initial_state=states)
    for cut, uncut in zip(list(end), list(whole), strict=True):
        np.testing.assert_allclose(cut, uncut, atol=1e-6)


@each_layer
def test_rows_of_a_batch_do_not_see_each_other(kind, arguments):
    layer = make(kind, arguments, return_sequences=True)
    x = inputs()
    np.testing.assert_array_equal(layer(x[::-1]), layer(x)[::-1])
    np.testing.assert_allclose(layer(x)[1:], layer(x[1:]), atol=1e-6)


@each_layer
def test_go_backwards_equals_the_reversed_sequence(kind, arguments):
    back = make(kind, arguments, return_sequences=True, go_backwards=True)
    forth = make(kind, arguments, return_sequences=True)
    np.testing.assert_array_equal(back(inputs()), forth(inputs()[:, ::-1]))


@each_layer
def test_the_initial_state_matters_and_defaults_to_zeros(kind, arguments):
    layer = make(kind, arguments)
    zeros = layer.get_initial_state(B)
    np.testing.assert_array_equal(layer(inputs()), layer(inputs(), initial_state=zeros))
    assert not np.allclose(layer(inputs()), layer(inputs(), initial_state=states_of(layer)))


@each_layer
def test_inputs_stay_and_results_share_no_memory(kind, arguments):
    layer = make(kind, arguments, return_sequences=True, return_state=True)
    x, states = inputs(), states_of(layer)
    kept = [x.copy(), *(s.copy() for s in states)]
    result = list(layer(x, initial_state=states))
    first = [r.copy() for r in result]
    for given, copy in zip([x, *states], kept, strict=True):
        np.testing.assert_array_equal(given, copy)
    for array in result:
        array[...] = 9
        others = [x, *states, *layer.get_weights(), *(r for r in result if r is not array)]
        assert not any(np.shares_memory(array, other) for other in others)
    for again, before in zip(list(layer(x, initial_state=states)), first, strict=True):
        np.testing.assert_array_equal(again, before)


@each_layer
def test_kinds_of_input_arrays_give_the_same(kind, arguments):
    layer = make(kind, arguments)
    x = np.round(inputs() * 3)
    expected = layer(x)
    frozen = x.copy()
    frozen.setflags(write=False)
    for form in (x.astype(int), x.astype(">f8"), np.asfortranarray(x), x.tolist(), frozen):
        np.testing.assert_array_equal(layer(form), expected)


@each_layer
def test_an_empty_batch_and_float64(kind, arguments):
    layer = make(kind, arguments, return_sequences=True)
    assert layer(np.zeros((0, T, D))).shape == (0, T, H)
    double = kind(H, dtype="float64", seed=0, **arguments)
    assert double(inputs()).dtype == np.float64


@each_layer
def test_the_number_of_parameters_does_not_depend_on_time(kind, arguments):
    short, long = kind(H, **arguments), kind(H, **arguments)
    short.build((None, 1, D))
    long.build((None, 100, D))
    assert short.count_params() == long.count_params()


def test_lstm_with_zero_weights_halves_the_cell_state():
    W, U, b = np.zeros((D, 4 * H)), np.zeros((H, 4 * H)), np.zeros(4 * H)
    c = np.linspace(-1, 1, B * H).reshape(B, H)
    h, new = steps.lstm_step(np.ones((B, D)), np.ones((B, H)), c, W, U, b)
    np.testing.assert_allclose(new, c / 2)
    np.testing.assert_allclose(h, np.tanh(c / 2) / 2)


def test_gates_held_open_or_shut_keep_write_and_hide():
    c, h, x = np.full((B, H), 0.7), np.full((B, H), 0.3), np.ones((B, D))
    W, U = np.zeros((D, 4 * H)), np.zeros((H, 4 * H))

    def after(i, f, g, o):
        b = np.repeat([i, f, g, o], H).astype(float)
        return steps.lstm_step(x, h, c, W, U, b)

    keep, write, shut = after(-50, 50, 50, 50), after(50, -50, 50, 50), after(-50, 50, 50, -50)
    np.testing.assert_allclose(keep[1], c)
    np.testing.assert_allclose(write[1], 1)
    np.testing.assert_allclose(shut[0], 0, atol=1e-12)


def test_gru_update_gate_keeps_and_reset_gate_forgets():
    h, x = np.full((B, H), 0.3), np.ones((B, D))
    W, U = np.zeros((D, 3 * H)), np.ones((H, 3 * H))
    b = np.zeros((2, 3 * H))
    b[0, :H] = 50
    np.testing.assert_allclose(steps.gru_step(x, h, W, U, b), h)
    b[0, :H], b[0, H : 2 * H], b[0, 2 * H :] = -50, -50, 0.4
    np.testing.assert_allclose(steps.gru_step(x, h, W, U, b), np.tanh(0.4))


def test_not_a_number_and_infinity_travel():
    layer = make(rnnkit.SimpleRNN, {}, return_sequences=True)
    x = inputs()
    x[0, 2, 0], x[1, 3, 1] = np.nan, np.inf
    outputs = layer(x)
    assert np.isfinite(outputs[0, :2]).all() and np.isnan(outputs[0, 2:]).all()
    assert np.isfinite(outputs[1, :3]).all()


def test_a_stack_equals_layers_on_top_of_each_other():
    low, high = make(rnnkit.LSTM, {}, return_sequences=True), rnnkit.GRU(4)
    high.build((B, T, H))
    high.set_weights(draw_like(high.get_weights(), seed=6))
    stack = rnnkit.RNN([rnnkit.LSTMCell(H), rnnkit.GRUCell(4)])
    stack.build((B, T, D))
    stack.set_weights(low.get_weights() + high.get_weights())
    np.testing.assert_allclose(stack(inputs()), high(low(inputs())), atol=1e-6)


@pytest.mark.parametrize("kind", ["SimpleRNN", "GRU", "LSTM"])
def test_calls_of_one_size_know_nothing_of_each_other(kind):
    """Small calls use the same buffers one after the other."""
    options = {"return_sequences": True, "return_state": True}
    one, other = (getattr(rnnkit, kind)(H, seed=seed, **options) for seed in (1, 2))
    x = inputs()
    first = one(x)
    kept = [result.copy() for result in first]
    other(-x, initial_state=[np.ones((B, H))] * len(first[1:]))
    for result, before in zip(first, kept, strict=True):
        np.testing.assert_array_equal(result, before)
    for again, before in zip(one(x), kept, strict=True):
        np.testing.assert_array_equal(again, before)
    one.cell.kernel[...] = 0
    assert not np.allclose(one(x)[0], kept[0])


def test_threads_do_not_share_a_run():
    layer, interval = rnnkit.LSTM(H, return_sequences=True, seed=0), sys.getswitchinterval()
    xs = [np.full((B, T, D), n, "float32") for n in range(8)]
    expected = [layer(x) for x in xs]
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(layer, xs * 50))
    finally:
        sys.setswitchinterval(interval)
    for number, output in enumerate(found):
        np.testing.assert_array_equal(output, expected[number % 8])
