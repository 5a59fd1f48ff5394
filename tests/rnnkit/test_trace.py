"""A trace shows what the layer computes: every value, at its place in time, by its right name."""

import ast
import cProfile
import inspect
import re
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

import rnnkit
from rnnkit import (
    GRU,
    LSTM,
    RNN,
    Bidirectional,
    Dense,
    Embedding,
    GRUCell,
    LSTMCell,
    Masking,
    Sequential,
    SimpleRNN,
    SimpleRNNCell,
    StackedRNNCells,
    fast,
    steps,
    text,
)
from rnnkit.trace.record import STEPS, lines

B, T, D, H = 2, 7, 3, 5
X = np.sin(np.linspace(-3, 8, B * T * D)).reshape(B, T, D).astype("float32")
MASK = np.array([[1, 1, 0, 1, 1, 0, 0], [0, 1, 1, 1, 0, 1, 1]], dtype=bool)
LAYERS = {
    "simple": lambda **kw: SimpleRNN(H, seed=1, **kw),
    "gru": lambda **kw: GRU(H, seed=1, **kw),
    "gru before": lambda **kw: GRU(H, seed=1, reset_after=False, **kw),
    "lstm": lambda **kw: LSTM(H, seed=1, **kw),
    "stack": lambda **kw: RNN([LSTMCell(4, seed=1), GRUCell(H, seed=2)], **kw),
    "nested": lambda **kw: RNN(
        [StackedRNNCells([SimpleRNNCell(2, seed=1), LSTMCell(4, seed=3)]), GRUCell(H, seed=2)], **kw
    ),
    "both ways": lambda **kw: Bidirectional(LSTM(H, seed=1, **kw)),
}
every_layer = pytest.mark.parametrize("make", LAYERS.values(), ids=LAYERS)


def biased(layer):
    """Build a layer and give its biases values, which start as zeros."""
    layer.build((B, T, D))
    layer.set_weights(
        [w + 0.1 * np.cos(np.arange(w.size)).reshape(w.shape) for w in layer.get_weights()]
    )
    return layer


def same(result, other):
    """Compare results, which may be tuples with lists of states."""
    if isinstance(result, (tuple, list)):
        return len(result) == len(other) and all(map(same, result, other))
    return np.allclose(result, other, atol=2e-6)


@every_layer
@pytest.mark.parametrize("mask", [None, MASK], ids=["no mask", "mask"])
@pytest.mark.parametrize("sequences", [True, False])
def test_the_output_is_the_layers(make, mask, sequences):
    layer = biased(make(return_sequences=sequences, return_state=True))
    assert same(rnnkit.trace(layer, X, mask=mask).output, layer(X, mask=mask))


@pytest.mark.parametrize("name", sorted(set(LAYERS) - {"both ways"}))
@pytest.mark.parametrize("backwards", [False, True])
def test_the_states_are_those_that_the_layer_hands_on(name, backwards):
    layer = biased(LAYERS[name](return_sequences=True, go_backwards=backwards))
    output = layer(X)[:, ::-1] if backwards else layer(X)
    top = rnnkit.trace(layer, X).layers[-1]
    assert same(top["h"], output)
    after = top["h"][:, 1:] if backwards else top["h"][:, :-1]
    before = top["h_prev"][:, :-1] if backwards else top["h_prev"][:, 1:]
    assert np.array_equal(after, before)


def test_every_gate_by_the_formula():
    layer = biased(LSTM(H, seed=3))
    state = [np.full((B, H), 0.3, "float32"), np.full((B, H), -0.7, "float32")]
    found = rnnkit.trace(layer, X, initial_state=state)
    W, U, b = layer.get_weights()
    h, c = state
    for t, step in enumerate(found.steps):
        z = np.split(X[:, t] @ W + h @ U + b, 4, axis=-1)
        i, f, o = (1 / (1 + np.exp(-z[k])) for k in (0, 1, 3))
        assert same([step["h_prev"], step["c_prev"], step["x"]], [h, c, X[:, t]])
        c = f * c + i * np.tanh(z[2])
        h = o * np.tanh(c)
        expected = {"i": i, "f": f, "o": o, "g": np.tanh(z[2]), "c": c, "h": h, "z_f": z[1]}
        for name, value in expected.items():
            assert same(step[name], value), name
            assert np.array_equal(step[name], found[name][:, t])


def test_gates_of_both_grus():
    for after in (True, False):
        layer = biased(GRU(H, seed=3, reset_after=after))
        found = rnnkit.trace(layer, X)
        z, r, hh, h = (found[name] for name in ("z", "r", "hh", "h"))
        assert same(h, z * found["h_prev"] + (1 - z) * hh)
        W, U, b = (w.reshape(-1, w.shape[-1]) for w in layer.get_weights())
        gates = X @ W + found["h_prev"] @ U + b.sum(axis=0)
        assert same(r, 1 / (1 + np.exp(-gates[..., H : 2 * H])))
        assert not same(r, z)


@pytest.mark.parametrize("make", [LAYERS["gru"], LAYERS["lstm"]])
def test_a_masked_step_hands_on_what_it_was_given(make):
    found = rnnkit.trace(biased(make()), X, mask=MASK)
    for name in {"h", "c"} & set(found):
        equal = (found[name] == found[f"{name}_prev"]).all(axis=-1)
        assert np.array_equal(equal, ~MASK)
    assert np.array_equal(found.layers[0].mask, MASK)


def test_the_fast_path_is_not_taken(monkeypatch):
    layer = biased(LSTM(H, seed=1))
    expected = layer(X)
    monkeypatch.setattr(fast, "forward", None)
    with pytest.raises(TypeError):
        layer(X)
    assert same(rnnkit.trace(layer, X).output, expected)


def test_names_shapes_equations_of_an_lstm():
    found = rnnkit.trace(LSTM(H), X)
    names = "x h_prev c_prev z_i z_f z_g z_o i f o g c h"
    assert found.names == names.split() == list(found)
    assert found.shapes["x"] == (B, T, D) and found.shapes["z_o"] == (B, T, H)
    assert found.equations["c"] == "eq-lstm-cell" and found.equations["h"] == "eq-lstm-hidden"
    assert found.equations["x"] is None and found.code["x"] == ""
    assert found.code["i"] == "i, f, o = map(sigmoid, (z_i, z_f, z_o))"
    assert found.code["h"] == "h = o * tanh(c)"
    assert repr(found).splitlines()[:3] == [
        "lstm (LSTM)",
        "name    shape      equation",
        "x       (2, 7, 3)",
    ]
    assert "f       (2, 7, 5)  eq-lstm-gates" in repr(found)


def test_every_tag_of_a_step_is_some_values_equation():
    source = "".join(map(inspect.getsource, STEPS))
    labels = {line.label for step in STEPS for line in lines(step).values()}
    assert set(re.findall(r"# (eq-[\w-]+)", source)) == labels - {None}


@pytest.mark.parametrize("step", STEPS)
def test_every_line_of_a_step_is_read(step):
    """The lines are found by their form: no statement of a step may have another one."""
    tree = ast.parse(Path(steps.__file__).read_text(encoding="utf-8"))
    (own,) = (node for node in tree.body if getattr(node, "name", "") == step.__name__)
    names = {n.id for line in own.body for n in ast.walk(line) if isinstance(n, ast.Name)}
    stored = {n for n in names if n in step.__code__.co_varnames[step.__code__.co_argcount :]}
    assert stored <= set(lines(step)) and "h" in lines(step)


def test_without_source_code_the_values_remain(monkeypatch):
    def gone(step):
        raise OSError

    layer = biased(GRU(H))
    expected = rnnkit.trace(layer, X)
    monkeypatch.setattr("inspect.getsource", gone)
    lines.cache_clear()
    try:
        found = rnnkit.trace(layer, X)
    finally:
        lines.cache_clear()
    assert sorted(found) == sorted(expected) and set(found.code.values()) == {""}
    assert all(np.array_equal(found[name], expected[name]) for name in found)


def test_a_model_from_the_bottom_up():
    x = np.array([[1, 2, 0, 3], [3, 1, 2, 0]])
    model = Sequential(
        [
            Embedding(4, D, mask_zero=True, seed=0),
            GRU(3, return_sequences=True, seed=1),
            GRU(4, seed=2),
            Dense(2, seed=3),
        ]
    )
    found = rnnkit.trace(model, x)
    assert [layer.name for layer in found.layers] == ["embedding", "gru", "gru_1", "dense"]
    assert same(found.output, model(x))
    assert np.array_equal(found["1.x"], found["0.y"])
    assert np.array_equal(found.layers[2].mask, x != 0)
    assert same(found["3.x"], found["2.h"][:, -1]) and found["3.y"].shape == (2, 2)
    assert set(found.steps[0]) >= {"0.y", "1.z", "2.h"} and "3.y" not in found.steps[0]


def test_masking_and_dense_over_time():
    x = X.copy()
    x[:, 4:] = 0
    model = Sequential([Masking(), SimpleRNN(H, return_sequences=True), Dense(2)])
    found = rnnkit.trace(model, x)
    assert same(found.output, model(x)) and found["2.y"].shape == (B, T, 2)
    assert np.array_equal(found.layers[1].mask, np.tile(np.arange(T) < 4, (B, 1)))


def test_both_ways():
    layer = biased(LAYERS["both ways"](return_sequences=True))
    found = rnnkit.trace(layer, X)
    assert [own.go_backwards for own in found.layers] == [False, True, False]
    assert same(np.concatenate([found["0.h"], found["1.h"]], axis=-1), layer(X))
    assert np.array_equal(found["y"], found.output)
    apart = Bidirectional(SimpleRNN(H, seed=1), merge_mode=None)
    assert len(rnnkit.trace(apart, X).layers) == 2


def test_names_in_several_layers():
    found = rnnkit.trace(biased(LAYERS["stack"]()), X)
    assert found["f"] is found["0.f"] and found["r"] is found["1.r"]
    with pytest.raises(ValueError, match=r"expected / 필요한 것: 0\.h, 1\.h"):
        found["h"]


def test_the_layer_stays_as_it_was():
    layer = biased(LSTM(H, seed=1, stateful=True))
    layer(X)
    before, weights = layer.states, layer.get_weights()
    first = rnnkit.trace(layer, X)
    assert same(first["h_prev"][:, 0], before[0])
    assert same(first.output, rnnkit.trace(layer, X).output)
    assert all(map(np.array_equal, layer.states, before))
    assert all(map(np.array_equal, layer.get_weights(), weights))
    first["h"][:] = 9
    assert not np.any(layer.states[0] == 9)


def test_a_trace_builds_the_layer():
    for layer in (LSTM(H), Bidirectional(GRU(H)), Dense(2), RNN(LSTMCell(H))):
        found = rnnkit.trace(layer, X)
        layer.set_weights(layer.get_weights())
        assert same(found.output, layer(X))


def test_other_profilers_go_on_afterwards():
    def own(*event):
        return None

    layer = biased(LSTM(H))
    sys.setprofile(own)
    try:
        rnnkit.trace(layer, X)
        assert sys.getprofile() is own
        with pytest.raises(ValueError):
            rnnkit.trace(layer, X[0])
        assert sys.getprofile() is own
    finally:
        sys.setprofile(None)
    profile = cProfile.Profile()
    profile.runcall(lambda: (rnnkit.trace(layer, X), sorted([2, 1])))
    assert any("sorted" in str(entry.code) for entry in profile.getstats())


def test_traces_in_threads_do_not_mix():
    layer, found = biased(GRU(H)), {}

    def work(number):
        for _ in range(5):
            found[number] = rnnkit.trace(layer, X * number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(same(found[number].output, layer(X * number)) for number in range(4))


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: rnnkit.trace(LSTMCell(2), X), "trace argument layer: not a layer"),
        (lambda: rnnkit.trace("lstm", X), "trace argument layer: not a layer"),
        (lambda: rnnkit.trace(LSTM(2), X[0]), "LSTM input x: wrong number of axes"),
        (lambda: rnnkit.trace(LSTM(2), [[[1.0], [1.0, 2.0]]]), "LSTM input x"),
        (lambda: rnnkit.trace(LSTM(2), X, mask=MASK[0]), "LSTM input mask: not a mask"),
        (lambda: rnnkit.trace(LSTM(2), X, [np.zeros((B, 2))]), "LSTM initial_state: too few"),
        (lambda: rnnkit.trace(Sequential([GRU(2)]), X, np.zeros((B, 2))), "argument initial_state"),
        (lambda: rnnkit.trace(LSTM(2), X, labels="hello"), "trace argument labels: do not fit"),
        (lambda: rnnkit.trace(LSTM(2), X, labels=["a" * 8, "b"]), "trace argument labels"),
        (lambda: rnnkit.trace(LSTM(2), X, labels=[1, 2]), "trace argument labels"),
        (lambda: rnnkit.trace(LSTM(2), X)["fg"], "trace name: unknown name"),
        (lambda: rnnkit.trace(LSTM(2), X)["c_prew"], r'fix / 고치는 법: trace\["c_prev"\]'),
    ],
)
def test_errors_teach(call, says):
    with pytest.raises((ValueError, TypeError), match=says) as raised:
        call()
    assert len(str(raised.value).splitlines()) == 4


def test_a_cell_of_ones_own_is_explained():
    class Echo(SimpleRNNCell):
        def _step(self, x, states, h_mask):
            return [states[0] + 1]

    with pytest.raises(TypeError, match="its cell calls no function"):
        rnnkit.trace(RNN(Echo(2)), X)


def test_what_reaches_nan_and_an_empty_batch():
    x = X.copy()
    x[0, 2] = np.nan
    found = rnnkit.trace(LSTM(H), x)
    assert np.isnan(found["f"][0, 2:]).all() and np.isfinite(found["f"][1]).all()
    assert rnnkit.trace(LSTM(H), X[:0])["f"].shape == (0, T, H)


def test_what_a_notebook_shows():
    for made in (LSTM(H), Bidirectional(GRU(H), merge_mode=None), RNN([LSTMCell(2)] * 1)):
        assert rnnkit.trace(made, X)._repr_html_().startswith("<rnn-trace")
    assert "<tr>" not in rnnkit.trace(LSTM(H), X[:0])._repr_html_().split("<script>")[0]
    assert "−" in rnnkit.trace(Dense(2), X[0])._repr_html_().split("<script>")[0]
    assert rnnkit.trace(Dense(2), X[None])._repr_html_() is None


def test_labels():
    x = text.one_hot(["hello"])
    assert rnnkit.trace(GRU(2), x, labels="hello").labels == [list("hello")]
    assert rnnkit.trace(GRU(2), x, labels=[["he", "l", "lo"]]).labels == [["he", "l", "lo"]]
