"""How each dialect writes the weights of one recurrent layer in one direction.

Between dialects the weights are a list of `Gate`: one for each gate, in the dialect's order. Each
`Form` turns that list into named arrays and back.
"""

from typing import Any, NamedTuple

import numpy as np


class Gate(NamedTuple):
    """The weights of one gate: w (D, H), u (H, H), and the biases (H,) of x and of h or None."""

    w: Any
    u: Any
    b_x: Any
    b_h: Any


class Form(NamedTuple):
    """How a dialect arranges gates.

    Parameters
    ----------
    orders : dict
        The gates of each kind of layer, in the dialect's order and by its letters there.
    pack, unpack : callable
        ``pack(gates, letters)`` gives named arrays; ``unpack(arrays, letters)`` the gates.
    names, features : callable
        ``names(letters, bias)`` lists the arrays' names; ``features(arrays)`` finds D.
    resets : tuple
        Where its GRU may apply the reset gate: "before" or "after" the product.
    keeps_new : bool
        Its update gate z takes the new value: h = (1 - z) h + z hh.
    two_biases, needs_bias : bool
        One bias for x and one for h; cannot be without.
    source : str
    """

    orders: dict
    pack: Any
    unpack: Any
    names: Any
    features: Any
    resets: tuple = ("before",)
    keeps_new: bool = False
    two_biases: bool = False
    needs_bias: bool = False
    source: str = ""


def _side_by_side(x, h, b):
    """Return pack, unpack and names for (D, kH), (H, kH) and (kH,) under these names."""

    def pack(gates, letters):
        arrays = {x: [g.w for g in gates], h: [g.u for g in gates], b: [g.b_x for g in gates]}
        return {n: np.concatenate(a, axis=-1) for n, a in arrays.items() if a[0] is not None}

    def unpack(arrays, letters):
        parts = [np.split(arrays[n], len(letters), axis=-1) for n in (x, h)]
        biases = np.split(arrays[b], len(letters)) if b in arrays else [None] * len(letters)
        return [Gate(w, u, b_x, None) for w, u, b_x in zip(*parts, biases, strict=True)]

    def names(letters, bias):
        return [x, h, b] if bias else [x, h]

    return pack, unpack, names, lambda arrays: arrays[x].shape[0]


def _pack_keras(gates, letters):
    arrays = {
        "kernel": np.concatenate([g.w for g in gates], axis=-1),
        "recurrent_kernel": np.concatenate([g.u for g in gates], axis=-1),
    }
    if gates[0].b_x is not None:
        rows = [np.concatenate([g.b_x for g in gates])]
        if gates[0].b_h is not None:
            rows.append(np.concatenate([g.b_h for g in gates]))
        arrays["bias"] = np.stack(rows) if len(rows) == 2 else rows[0]
    return arrays


def _unpack_keras(arrays, letters):
    k = len(letters)
    parts = [np.split(arrays[n], k, axis=-1) for n in ("kernel", "recurrent_kernel")]
    rows = np.atleast_2d(arrays["bias"]) if "bias" in arrays else []
    biases = [np.split(row, k) for row in rows] + [[None] * k] * (2 - len(rows))
    return [Gate(*gate) for gate in zip(*parts, *biases, strict=True)]


def _pack_pytorch(gates, letters):
    arrays = {
        "weight_ih": np.concatenate([g.w.T for g in gates]),
        "weight_hh": np.concatenate([g.u.T for g in gates]),
    }
    if gates[0].b_x is not None:
        arrays["bias_ih"] = np.concatenate([g.b_x for g in gates])
        arrays["bias_hh"] = np.concatenate([g.b_h for g in gates])
    return arrays


def _unpack_pytorch(arrays, letters):
    k = len(letters)
    parts = [np.split(arrays[n].T, k, axis=-1) for n in ("weight_ih", "weight_hh")]
    biases = [np.split(arrays[n], k) if n in arrays else [None] * k for n in ("bias_ih", "bias_hh")]
    return [Gate(*gate) for gate in zip(*parts, *biases, strict=True)]


def _pack_onnx(gates, letters):
    arrays = _pack_pytorch(gates, letters)
    packed = {"W": arrays["weight_ih"], "R": arrays["weight_hh"]}
    if "bias_ih" in arrays:
        packed["B"] = np.concatenate([arrays["bias_ih"], arrays["bias_hh"]])
    return packed


def _unpack_onnx(arrays, letters):
    inner = {"weight_ih": arrays["W"], "weight_hh": arrays["R"]}
    if "B" in arrays:
        inner["bias_ih"], inner["bias_hh"] = np.split(arrays["B"], 2)
    return _unpack_pytorch(inner, letters)


def _pack_d2l(gates, letters):
    named = zip(letters, gates, strict=True)
    return {
        name: array
        for letter, gate in named
        for name, array in (
            (f"W_x{letter}", gate.w),
            (f"W_h{letter}", gate.u),
            (f"b_{letter}", gate.b_x),
        )
    }


def _unpack_d2l(arrays, letters):
    return [Gate(arrays[f"W_x{g}"], arrays[f"W_h{g}"], arrays[f"b_{g}"], None) for g in letters]


def _pack_dls(gates, letters):
    if len(letters) == 1:
        (gate,) = gates
        return {"Wax": gate.w.T, "Waa": gate.u.T, "ba": gate.b_x[:, None]}
    arrays = {}
    for letter, gate in zip(letters, gates, strict=True):
        arrays[f"W{letter}"] = np.concatenate([gate.u.T, gate.w.T], axis=1)
        arrays[f"b{letter}"] = gate.b_x[:, None]
    return arrays


def _unpack_dls(arrays, letters):
    if len(letters) == 1:
        return [Gate(arrays["Wax"].T, arrays["Waa"].T, arrays["ba"][:, 0], None)]
    gates = []
    for letter in letters:
        u, w = np.split(arrays[f"W{letter}"].T, [len(arrays[f"W{letter}"])])
        gates.append(Gate(w, u, arrays[f"b{letter}"][:, 0], None))
    return gates


def _names_dls(letters, bias):
    if len(letters) == 1:
        return ["Wax", "Waa", "ba"]
    return [f"{kind}{letter}" for letter in letters for kind in "Wb"]


def _features_dls(arrays):
    first = next(iter(arrays.values()))
    return first.shape[1] - (0 if "Wax" in arrays else first.shape[0])


def _names_d2l(letters, bias):
    return [f"{kind}{letter}" for letter in letters for kind in ("W_x", "W_h", "b_")]


KERAS = {"SimpleRNN": "h", "GRU": "zrh", "LSTM": "ifgo"}  # our letters, in Keras' order

FORMS = {
    "keras": Form(
        KERAS,
        _pack_keras,
        _unpack_keras,
        lambda letters, bias: ["kernel", "recurrent_kernel", "bias"][: 2 + bias],
        lambda arrays: arrays["kernel"].shape[0],
        ("before", "after"),
        source="Keras 3, keras.layers",
    ),
    "pytorch": Form(
        {"SimpleRNN": "h", "GRU": "rzh", "LSTM": "ifgo"},
        _pack_pytorch,
        _unpack_pytorch,
        lambda letters, bias: ["weight_ih", "weight_hh", "bias_ih", "bias_hh"][: 2 + 2 * bias],
        lambda arrays: arrays["weight_ih"].shape[1],
        ("after",),
        two_biases=True,
        source="torch.nn.RNN, GRU and LSTM, PyTorch 2",
    ),
    "onnx": Form(
        {"SimpleRNN": "h", "GRU": "zrh", "LSTM": "iofg"},
        _pack_onnx,
        _unpack_onnx,
        lambda letters, bias: ["W", "R", "B"][: 2 + bias],
        lambda arrays: arrays["W"].shape[1],
        ("before", "after"),
        two_biases=True,
        source="ONNX operators RNN, GRU and LSTM, opset 22",
    ),
    "d2l": Form(
        {"SimpleRNN": "h", "GRU": "zrh", "LSTM": {"i": "i", "f": "f", "o": "o", "g": "c"}},
        _pack_d2l,
        _unpack_d2l,
        _names_d2l,
        lambda arrays: next(iter(arrays.values())).shape[0],
        needs_bias=True,
        source="Dive into Deep Learning, the implementations from scratch",
    ),
    "scratch2": Form(
        {"SimpleRNN": "h", "GRU": "zrh", "LSTM": "fgio"},
        *_side_by_side("Wx", "Wh", "b"),
        keeps_new=True,
        needs_bias=True,
        source="밑바닥부터 시작하는 딥러닝 2 (Saitoh), chapters 5 and 6 and appendix C",
    ),
    "cs231n": Form(
        {"SimpleRNN": "h", "LSTM": "ifog"},
        *_side_by_side("Wx", "Wh", "b"),
        needs_bias=True,
        source="Stanford cs231n, assignment on image captioning, rnn_layers.py",
    ),
    "dls": Form(
        {
            "SimpleRNN": "h",
            "GRU": {"z": "u", "r": "r", "h": "c"},
            "LSTM": {"f": "f", "i": "i", "g": "c", "o": "o"},
        },
        _pack_dls,
        _unpack_dls,
        _names_dls,
        _features_dls,
        keeps_new=True,
        needs_bias=True,
        source="Deep Learning Specialization, course 5; the GRU as in its lectures",
    ),
}
