"""Thousands of wrong calls: each ends in a result or in a message of rnnkit, in nothing else.

Every public entry is called with good arguments of which some are replaced by odd values, left
out or joined by an unknown one.
"""

import copy

import numpy as np
import pytest

import rnnkit
from rnnkit import convert, losses, optimizers, plotting, sampling, text
from rnnkit.errors import TYPES, shown
from tests.rnnkit.cases import draw_like

hypothesis = pytest.importorskip("hypothesis")
st = hypothesis.strategies

X = np.linspace(-1, 1, 42).reshape(2, 7, 3).astype("float32")
H0, C0 = np.full((2, 5), 0.3, "float32"), np.full((2, 5), -0.2, "float32")


class Shy:
    """An object that cannot be shown."""

    def __repr__(self):
        raise ZeroDivisionError("not for you")


CIRCLE = [1]
CIRCLE.append(CIRCLE)
ODD = [
    Shy(),
    CIRCLE,
    rnnkit.Sequential(),
    np.full((2, 7, 3), 1e300),
    np.zeros((2, 7, 3), [("a", float)]),
    None,
    True,
    0,
    -1,
    3,
    2.5,
    10**20,
    float("nan"),
    float("inf"),
    1j,
    "tanh",
    "no such name",
    "",
    b"bytes",
    [],
    (),
    {},
    set(),
    [None],
    ["a", 1],
    [[1, 2], [3]],
    object(),
    dict,
    len,
    lambda: 1,
    lambda *a: "text",
    np.float64(1.5),
    np.zeros(0),
    np.zeros(5),
    np.zeros((2, 7)),
    np.zeros((2, 3, 7)),
    np.zeros((2, 7, 3, 1)),
    np.zeros((0, 7, 3)),
    np.zeros((2, 0, 3)),
    np.full((2, 7, 3), np.nan),
    np.ones((2, 7, 3), complex),
    np.array(["a", "b"]),
    np.array([None, 1], dtype=object),
    np.ones((2, 7), bool),
    [H0],
    [H0, C0],
    [H0, C0, C0],
    [H0[:1], C0],
    np.stack([H0, C0]),
    rnnkit.LSTMCell(4),
    rnnkit.Dense(4),
]


def built(kind, **arguments):
    layer = getattr(rnnkit, kind)(5, seed=0, **arguments)
    layer.build((None, None, 3))
    return layer


def model():
    one = rnnkit.Sequential([built("LSTM", return_sequences=True), rnnkit.Dense(3, seed=1)])
    one.build((None, 7, 3))
    one.compile("adam", "mse")
    return one


LSTM, MODEL = built("LSTM", return_state=True), model()


def cell(kind):
    one = getattr(rnnkit, kind)(5, seed=0)
    one.build((None, 3))
    return one


def quiet(text):
    """Print nothing."""


class Axes:
    """Takes whatever Matplotlib's Axes take, and draws nothing."""

    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __iter__(self):
        return iter(())


AX = Axes()


def entries():
    """Return name -> (callable, good arguments)."""
    layer_flags = {"return_sequences": True, "return_state": False, "go_backwards": True}
    found = {
        kind: (getattr(rnnkit, kind), {"units": 5, "activation": "tanh", "seed": 0, **layer_flags})
        for kind in ("SimpleRNN", "GRU", "LSTM")
    }
    for kind in ("SimpleRNNCell", "GRUCell", "LSTMCell"):
        good = {"units": 5, "use_bias": True, "dropout": 0.1, "recurrent_initializer": "orthogonal"}
        found[kind] = getattr(rnnkit, kind), good
    for kind in ("SimpleRNN", "GRU", "LSTM"):
        layer = built(kind, stateful=False)
        states = [H0, C0] if kind == "LSTM" else [H0]
        call = {"sequences": X, "initial_state": states, "mask": np.ones((2, 7)), "training": False}
        found[f"{kind} call"] = layer, call
        found[f"{kind} forward"] = layer.forward, call
        found[f"{kind} build"] = layer.build, {"input_shape": (2, 7, 3)}
        found[f"{kind} shape"] = layer.compute_output_shape, {"input_shape": (2, 7, 3)}
        found[f"{kind} weights"] = layer.set_weights, {"weights": layer.get_weights()}
        found[f"{kind} initial"] = layer.get_initial_state, {"batch_size": 2}
        one = cell(f"{kind}Cell")
        found[f"{kind}Cell call"] = one, {"inputs": X[:, 0], "states": states}
    _, cache = LSTM.forward(X)
    good = {"d_output": H0, "cache": cache, "d_states": [H0, C0], "truncate": 3}
    found["LSTM backward"] = LSTM.backward, good
    bidirectional = rnnkit.Bidirectional(rnnkit.GRU(5, seed=0))
    bidirectional.build((None, 7, 3))
    found["Bidirectional"] = rnnkit.Bidirectional, {"layer": rnnkit.GRU(5), "merge_mode": "sum"}
    call = {"sequences": X, "initial_state": [H0, C0], "mask": np.ones((2, 7))}
    found["Bidirectional call"] = bidirectional, call
    good = {"cell": [rnnkit.GRUCell(5)], "stateful": True, "name": "a", "dtype": "float32"}
    found["RNN"] = rnnkit.RNN, good
    found["StackedRNNCells"] = rnnkit.StackedRNNCells, {"cells": [rnnkit.GRUCell(5)]}
    found["Dense"] = rnnkit.Dense, {"units": 4, "activation": "relu", "use_bias": False}
    found["Dense call"] = rnnkit.Dense(4, seed=0), {"inputs": X}
    found["Embedding"] = rnnkit.Embedding, {"input_dim": 4, "output_dim": 3, "mask_zero": True}
    found["Embedding call"] = rnnkit.Embedding(4, 3, seed=0), {"inputs": [[1, 2]]}
    indices = rnnkit.Embedding(4, 3, mask_zero=True)
    found["Embedding mask"] = indices.compute_mask, {"inputs": [[1, 2]]}
    found["Embedding shape"] = indices.compute_output_shape, {"input_shape": (2, None)}
    found["Masking"] = rnnkit.Masking, {"mask_value": 0.0}
    found["Masking call"] = rnnkit.Masking(), {"inputs": X}
    found["Input"] = rnnkit.Input, {"shape": (7, 3), "batch_size": 2}
    found["Sequential"] = rnnkit.Sequential, {"layers": [rnnkit.GRU(5)], "name": "model"}
    found["Sequential call"] = MODEL, {"inputs": X, "mask": np.ones((2, 7)), "training": True}
    found["Sequential build"] = rnnkit.Sequential([rnnkit.GRU(5)]).build, {"input_shape": (2, 7, 3)}
    found["Sequential weights"] = MODEL.set_weights, {"weights": MODEL.get_weights()}
    found["summary"] = MODEL.summary, {"print_fn": quiet}
    found["compile"] = (
        rnnkit.Sequential([rnnkit.GRU(5)]).compile,
        {"optimizer": "sgd", "loss": "mse"},
    )
    good = {"x": X, "y": X, "batch_size": 2, "epochs": 1, "verbose": 0, "shuffle": False, "seed": 0}
    found["fit"] = MODEL.fit, good
    found["evaluate"] = MODEL.evaluate, {"x": X, "y": X, "batch_size": 2}
    found["predict"] = MODEL.predict, {"x": X, "batch_size": 2}
    found["one_hot"] = text.one_hot, {"texts": ["hello"], "vocabulary": "helo", "dtype": "float32"}
    found["decode"] = text.decode, {"vectors": text.one_hot("hello"), "vocabulary": "helo"}
    found["windows"] = sampling.windows, {"text": "hello", "time": 2, "vocabulary": "helo"}
    writer = rnnkit.Sequential([rnnkit.GRU(5, seed=0), rnnkit.Dense(4, seed=0)])
    good = {"model": writer, "start": "h", "length": 2, "temperature": 1.0, "seed": 0}
    found["sample"] = sampling.sample, good
    found["SGD with nesterov"] = optimizers.SGD, {"momentum": 0.5, "nesterov": True}
    found["from_logits"] = losses.SparseCategoricalCrossentropy, {"from_logits": True}
    found["activations.get"] = rnnkit.activations.get, {"activation": "tanh"}
    found["initializers.get"] = rnnkit.initializers.get, {"initializer": "ones"}
    found["losses.get"] = losses.get, {"loss": "mse"}
    found["optimizers.get"] = optimizers.get, {"optimizer": "sgd"}
    for kind in ("SGD", "RMSprop", "Adam"):
        good = {"learning_rate": 0.1, "clipnorm": None, "global_clipnorm": 1.0}
        found[kind] = getattr(optimizers, kind), good
    weights = [np.ones((2, 3), "float32")]
    found["apply"] = optimizers.SGD().apply, {"gradients": [np.ones((2, 3))], "weights": weights}
    good = {"gradients": [np.ones(3)], "clip_norm": 1.0}
    found["clip_by_global_norm"] = optimizers.clip_by_global_norm, good
    found["MeanSquaredError"] = losses.MeanSquaredError(), {"y_true": X, "y_pred": X, "mask": None}
    sparse = losses.SparseCategoricalCrossentropy(from_logits=True)
    good = {"y_true": np.ones((2, 7)), "y_pred": X, "mask": np.ones((2, 7))}
    found["SparseCategoricalCrossentropy"] = sparse, good
    good = {
        "layer": LSTM,
        "x": X[:1, :2],
        "initial_state": None,
        "mask": None,
        "epsilon": 1e-5,
        "seed": 1,
    }
    found["gradcheck"] = rnnkit.gradcheck, good
    found["trace"] = rnnkit.trace, {"layer": LSTM, "x": X, "labels": ["hello", "world"]}
    plain, traced = built("LSTM"), rnnkit.trace(LSTM, X)
    found["heatmap"] = plotting.heatmap, {"values": traced, "text": "hello", "name": "f", "ax": AX}
    found["heatmap of an array"] = plotting.heatmap, {"values": X, "sequence": 1, "ax": AX}
    good = {"layer": plain, "x": X, "each_step": True, "text": ["a"], "ax": AX}
    found["gradient_norms"] = plotting.gradient_norms, good
    found["load"] = convert.load, {"path": "no.safetensors", "model": plain, "prefix": "a."}
    found["save"] = convert.save, {"path": "no folder/a.weights.h5", "model": plain}
    found["to_dialect"] = convert.to_dialect, {"layer": plain, "dialect": "pytorch"}
    good = {"arrays": convert.to_dialect(plain, "onnx"), "dialect": "onnx", "layer": plain}
    found["from_dialect"] = convert.from_dialect, good
    return found


ENTRIES = entries()


@st.composite
def calls(draw):
    """Draw an entry and its arguments, most of them good."""
    name = draw(st.sampled_from(sorted(ENTRIES)))
    arguments = dict(ENTRIES[name][1])
    for _ in range(draw(st.integers(1, 2))):
        change = draw(
            st.sampled_from(["replace", "replace", "replace", "drop", "unknown", "extra"])
        )
        if change == "replace" and arguments:
            arguments[draw(st.sampled_from(sorted(arguments)))] = draw(st.sampled_from(ODD))
        elif change == "drop" and arguments:
            arguments.pop(draw(st.sampled_from(sorted(arguments))))
        elif change == "unknown":
            arguments["no_such_argument"] = 1
    positional = draw(st.booleans())
    extra = [draw(st.sampled_from(ODD))] if draw(st.integers(0, 9)) == 0 else []
    return name, arguments, positional, extra


def is_ours(raised):
    lines = str(raised).splitlines()
    known = type(raised) in TYPES.values() and hasattr(raised, "key")
    return known and len(lines) == 4 and lines[3].startswith("  fix / 고치는 법: ")


def same(one, other):
    if isinstance(one, np.ndarray):
        return one is other or (one.shape == other.shape and one.tobytes() == other.tobytes())
    return True


@hypothesis.settings(max_examples=2000, derandomize=True, deadline=None, database=None)
@hypothesis.given(calls())
def test_every_call_computes_or_explains(call):
    name, arguments, positional, extra = call
    function = ENTRIES[name][0]
    before = {
        key: copy.copy(value) for key, value in arguments.items() if isinstance(value, np.ndarray)
    }
    try:
        if positional:
            function(*arguments.values(), *extra)
        else:
            function(*extra, **arguments)
    except Exception as raised:
        assert is_ours(raised), f"{name}({shown(arguments)}, {shown(extra)}) leaks {raised!r}"
    for key, value in before.items():
        assert same(value, arguments[key]), f"{name} changed its argument {key}"


@pytest.mark.parametrize("kind", ["SimpleRNN", "GRU", "LSTM"])
def test_a_refused_call_leaves_the_layer_as_it_was(kind):
    layer = built(kind, return_sequences=True)
    layer.set_weights(draw_like(layer.get_weights(), 3))
    expected, weights = layer(X), layer.get_weights()
    for odd in ODD:
        for arguments in (
            {"sequences": odd},
            {"sequences": X, "initial_state": odd},
            {"sequences": X, "mask": odd},
        ):
            try:
                layer(**arguments)
            except (ValueError, TypeError) as raised:
                assert is_ours(raised)
        try:
            layer.set_weights(odd)
        except (ValueError, TypeError) as raised:
            assert is_ours(raised)
    np.testing.assert_array_equal(layer(X), expected)
    for weight, before in zip(layer.get_weights(), weights, strict=True):
        np.testing.assert_array_equal(weight, before)
