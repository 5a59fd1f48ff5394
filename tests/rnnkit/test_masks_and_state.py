"""Laws of masks, of states that are kept, and of dropout."""

import numpy as np
import pytest

import rnnkit
from tests.rnnkit.cases import B, D, H, T, draw_like, inputs

LAYERS = {
    "SimpleRNN": lambda **flags: rnnkit.SimpleRNN(H, **flags),
    "GRU": lambda **flags: rnnkit.GRU(H, **flags),
    "GRU reset before": lambda **flags: rnnkit.GRU(H, reset_after=False, **flags),
    "LSTM": lambda **flags: rnnkit.LSTM(H, **flags),
    "stack": lambda **flags: rnnkit.RNN([rnnkit.LSTMCell(H), rnnkit.GRUCell(4)], **flags),
}
each_layer = pytest.mark.parametrize("kind", LAYERS)


def make(kind, **flags):
    layer = LAYERS[kind](**flags)
    layer.build((B, T, D))
    layer.set_weights(draw_like(layer.get_weights(), seed=5))
    return layer


def flat(result):
    if isinstance(result, (tuple, list)):
        return [array for part in list(result) for array in flat(part)]
    return [result]


def same(one, other, atol=1e-6):
    for a, b in zip(flat(one), flat(other), strict=True):
        np.testing.assert_allclose(a, b, atol=atol)


@each_layer
def test_a_mask_of_all_true_changes_nothing(kind):
    layer = make(kind, return_sequences=True, return_state=True)
    same(layer(inputs(), mask=np.ones((B, T))), layer(inputs()))


@each_layer
def test_trailing_padding_equals_the_short_sequence(kind):
    layer = make(kind, return_state=True)
    mask = np.arange(T) < 4
    same(layer(inputs(), mask=[mask] * B), layer(inputs()[:, :4]))


@each_layer
def test_a_hole_equals_the_sequence_without_that_step(kind):
    layer = make(kind, return_state=True)
    mask = np.ones((B, T), bool)
    mask[:, 2] = False
    same(layer(inputs(), mask=mask), layer(np.delete(inputs(), 2, axis=1)))


@each_layer
def test_a_masked_step_repeats_the_output_before_it_or_zeros(kind):
    mask = np.ones((B, T), bool)
    mask[:, 0] = mask[0, 3] = False
    outputs = make(kind, return_sequences=True)(inputs(), mask=mask)
    assert np.all(outputs[:, 0] == 0)
    np.testing.assert_array_equal(outputs[0, 3], outputs[0, 2])
    zeros = make(kind, return_sequences=True, zero_output_for_mask=True)(inputs(), mask=mask)
    assert np.all(zeros[0, 3] == 0) and np.any(zeros[1, 3])


@each_layer
def test_a_row_that_is_all_padding_keeps_its_initial_state(kind):
    layer = make(kind, return_state=True)
    states = [
        draw_like(s, 3) if isinstance(s, list) else draw_like([s], 3)[0]
        for s in layer.get_initial_state(B)
    ]
    mask = np.ones((B, T), bool)
    mask[1] = False
    output, *after = layer(inputs(), initial_state=states, mask=mask)
    assert np.all(output[1] == 0)
    for new, old in zip(flat(after), flat(states), strict=True):
        np.testing.assert_array_equal(new[1], old[1])
        assert not np.allclose(new[0], old[0])


@each_layer
def test_the_mask_follows_the_order_of_reading(kind):
    mask = np.ones((B, T), bool)
    mask[:, :3] = False  # the end of the sequence for a layer that reads backwards
    back = make(kind, go_backwards=True, return_state=True)
    same(back(inputs(), mask=mask), back(inputs()[:, 3:]))


@each_layer
def test_what_is_masked_does_not_matter_even_when_it_is_not_a_number(kind):
    layer = make(kind, return_sequences=True, return_state=True)
    mask, x = np.ones((B, T), bool), inputs()
    mask[0, 2:4] = False
    clean = layer(x, mask=mask)
    x[0, 2:4] = np.nan
    same(layer(x, mask=mask), clean, atol=0)


@each_layer
def test_a_stateful_layer_goes_on_where_it_ended(kind):
    kept, whole = (
        make(kind, stateful=True, return_sequences=True),
        make(kind, return_sequences=True),
    )
    x = inputs()
    assert kept.states is None
    pieces = np.concatenate([kept(x[:, :3]), kept(x[:, 3:])], axis=1)
    np.testing.assert_allclose(pieces, whole(x), atol=1e-6)
    kept.reset_state()
    assert kept.states is None
    np.testing.assert_allclose(kept(x), whole(x), atol=1e-6)


@each_layer
def test_a_given_initial_state_replaces_the_kept_one(kind):
    kept, fresh = make(kind, stateful=True, return_state=True), make(kind, return_state=True)
    x = inputs()
    kept(x)
    given = [
        draw_like(s, 3) if isinstance(s, list) else draw_like([s], 3)[0]
        for s in kept.get_initial_state(B)
    ]
    same(kept(x, initial_state=given), fresh(x, initial_state=given))
    same(kept.states, list(fresh(x, initial_state=given))[1:])


@each_layer
def test_kept_states_share_no_memory(kind):
    layer = make(kind, stateful=True, return_state=True)
    result = layer(inputs())
    before = [s.copy() for s in flat(layer.states)]
    for array in flat(list(result)) + flat(layer.states):
        array[...] = 9
    same(flat(layer.states), before, atol=0)


@each_layer
def test_another_batch_is_refused_until_the_state_is_reset(kind):
    layer = make(kind, stateful=True)
    layer(inputs())
    kept = layer.states
    with pytest.raises(ValueError, match="reset_state"):
        layer(inputs()[:1])
    same(layer.states, kept, atol=0)
    layer.reset_state()
    assert len(layer(inputs()[:1])) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        np.ones((B, T + 1)),
        np.ones(T),
        np.ones((B, T, 1)),
        np.full((B, T), 2),
        np.full((B, T), np.nan),
    ],
)
def test_a_mask_that_does_not_fit_is_explained(wrong):
    with pytest.raises(ValueError, match="mask: not a mask for this input"):
        make("LSTM")(inputs(), mask=wrong)
    with pytest.raises(TypeError, match="mask"):
        make("LSTM")(inputs(), mask=np.full((B, T), "yes"))


def test_bidirectional_aligns_both_directions_and_zeroes_masked_steps():
    layer = rnnkit.Bidirectional(rnnkit.LSTM(H, return_sequences=True, return_state=True, seed=1))
    x = inputs()
    outputs, forward_h, _, backward_h, _ = layer(x)
    np.testing.assert_array_equal(outputs[:, -1, :H], forward_h)
    np.testing.assert_array_equal(outputs[:, 0, H:], backward_h)
    backwards = layer.backward_layer(x)[0]
    np.testing.assert_array_equal(outputs[:, :, H:], backwards[:, ::-1])
    mask = np.ones((B, T), bool)
    mask[0, 4:] = False
    masked = layer(x, mask=mask)[0]
    assert np.all(masked[0, 4:] == 0)
    short = layer(x[:1, :4])[0]
    np.testing.assert_allclose(masked[:1, :4], short, atol=1e-6)


def test_bidirectional_copies_its_layer_but_uses_the_backward_layer_itself():
    inner, own = rnnkit.GRU(H, seed=0), rnnkit.GRU(H, go_backwards=True, seed=0)
    inner(inputs())
    layer = rnnkit.Bidirectional(inner, "sum", backward_layer=own)
    assert layer.forward_layer is not inner and layer.backward_layer is own
    assert not layer.forward_layer.built
    layer(inputs())
    assert own.built and not np.shares_memory(inner.cell.kernel, layer.forward_layer.cell.kernel)


def test_bidirectional_draws_two_different_sets_of_weights_from_one_seed():
    one, other = (rnnkit.Bidirectional(rnnkit.GRU(H, seed=0)) for _ in range(2))
    same(one(inputs()), other(inputs()))
    weights = one.get_weights()
    assert not np.allclose(weights[0], weights[3])


@pytest.mark.parametrize(
    ("make_it", "error", "words"),
    [
        (lambda: rnnkit.Bidirectional(rnnkit.Dense(3)), TypeError, "not a recurrent layer"),
        (lambda: rnnkit.Bidirectional(rnnkit.GRU(3), "concatenate"), ValueError, '"concat"'),
        (
            lambda: rnnkit.Bidirectional(rnnkit.GRU(3, go_backwards=True)),
            ValueError,
            "go_backwards",
        ),
        (
            lambda: rnnkit.Bidirectional(rnnkit.GRU(3), "sum", rnnkit.GRU(4, go_backwards=True)),
            ValueError,
            "units",
        ),
        (
            lambda: rnnkit.Bidirectional(
                rnnkit.GRU(3), "sum", rnnkit.GRU(3, go_backwards=True, return_sequences=True)
            ),
            ValueError,
            "return_sequences",
        ),
    ],
)
def test_layers_that_do_not_go_together_are_explained(make_it, error, words):
    with pytest.raises(error, match=words) as caught:
        make_it()
    assert len(str(caught.value).splitlines()) == 4


@each_layer
def test_dropout_only_in_training_and_by_its_seed(kind):
    def dropped(seed):
        cells = {"stack": lambda: rnnkit.RNN([rnnkit.LSTMCell(H, seed=seed, dropout=0.5)])}
        plain = {
            "SimpleRNN": rnnkit.SimpleRNN,
            "GRU": rnnkit.GRU,
            "GRU reset before": rnnkit.GRU,
            "LSTM": rnnkit.LSTM,
        }
        if kind in cells:
            return cells[kind]()
        return plain[kind](H, seed=seed, dropout=0.5, recurrent_dropout=0.3)

    one, other = dropped(3), dropped(3)
    x = inputs()
    same(one(x), other(x), atol=0)
    first = one(x, training=True)
    same(first, other(x, training=True), atol=0)
    assert not np.allclose(first, one(x))
    assert not np.allclose(first, one(x, training=True))


def test_dropout_hides_the_same_inputs_at_every_step_and_scales_the_rest():
    layer = rnnkit.SimpleRNN(H, activation="linear", dropout=0.4, seed=1, use_bias=False)
    layer.build((None, None, D))
    W = layer.get_weights()[0]
    layer.set_weights([W, np.zeros((H, H))])
    layer.return_sequences = True
    x = np.ones((500, 3, D))
    outputs = layer(x, training=True)
    np.testing.assert_array_equal(outputs[:, 0], outputs[:, 2])
    np.testing.assert_allclose(outputs[:, 0].mean(axis=0), W.sum(axis=0), atol=0.15)
    seen = np.linalg.lstsq(W.T, outputs[:, 0].T, rcond=None)[0]
    np.testing.assert_allclose(np.unique(np.round(seen, 3)), [0, 1.667], atol=2e-3)


def test_recurrent_dropout_of_a_gru_hides_h_from_the_gates_but_keeps_it():
    """An update gate that is held open carries h itself over, as in Keras."""
    layer = rnnkit.GRU(H, recurrent_dropout=0.5, seed=0)
    layer.build((None, None, D))
    bias = np.zeros((2, 3 * H))
    bias[0, :H] = 50
    layer.set_weights([np.zeros((D, 3 * H)), np.zeros((H, 3 * H)), bias])
    h = draw_like([np.zeros((B, H))], 2)[0]
    np.testing.assert_allclose(layer(inputs(), initial_state=h, training=True), h, rtol=1e-6)


@pytest.mark.parametrize("rate", [1, 1.5, -0.1, "0.5", None, True, np.nan])
def test_a_wrong_rate_is_explained(rate):
    with pytest.raises(ValueError, match="argument dropout: not a rate"):
        rnnkit.LSTM(2, dropout=rate)


def test_masking_and_embedding_tell_the_layers_above_what_is_padding():
    x = inputs()
    x[0, 4:] = 0
    gru = rnnkit.GRU(H, seed=0)
    model = rnnkit.Sequential([rnnkit.Masking(), gru])
    np.testing.assert_allclose(model(x), gru(x, mask=np.any(x != 0, axis=-1)))
    table = rnnkit.Embedding(5, D, mask_zero=True, seed=1)
    indices = np.array([[1, 2, 0, 0], [4, 3, 2, 1]])
    model = rnnkit.Sequential([table, gru, rnnkit.Dense(2, seed=0)])
    expected = model.layers[2](gru(table(indices), mask=indices != 0))
    np.testing.assert_allclose(model(indices), expected)
    sequences = rnnkit.GRU(H, return_sequences=True, seed=0)
    deep = rnnkit.Sequential([table, sequences, rnnkit.Dense(4), rnnkit.LSTM(3)])
    _, cache = deep.forward(indices)
    assert cache.mask is None
    _, cache = rnnkit.Sequential([table, sequences, rnnkit.Dense(4)]).forward(indices)
    np.testing.assert_array_equal(cache.mask, indices != 0)


@pytest.mark.parametrize(
    "wrong", [[1, 2], [[1, 5]], [[-1, 2]], [[0.5, 1]], np.zeros((2, 3, 5)), [[np.nan, 1]]]
)
def test_embedding_refuses_what_is_no_index(wrong):
    with pytest.raises(ValueError, match="Embedding input x"):
        rnnkit.Embedding(5, 3)(wrong)
