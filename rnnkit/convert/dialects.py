"""How each dialect writes the weights of one recurrent layer in one direction.

A dialect is one function from gates to named arrays, and the order of its gates. There is no
function for the way back: `places_of` sends numbers instead of weights through it, and so learns
which number of which gate stands where.
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
        The gates of each kind of layer, in the dialect's order, and by its letters there.
    pack : callable
        ``pack(gates, letters)`` gives named arrays.
    resets : tuple
        Where its GRU may apply the reset gate: "before" or "after" the product.
    two_biases : bool
        Every gate has a bias for x and one for h.
    keeps_new : bool
        Its update gate is 1 - z: it says how much of the new value is taken.
    needs_bias : bool
        It has no form without bias.
    source : str
        Where the arrangement is described.
    """

    orders: dict
    pack: Any
    resets: tuple = ("before",)
    two_biases: bool = False
    keeps_new: bool = False
    needs_bias: bool = False
    source: str = ""


KERAS = {"SimpleRNN": "h", "GRU": "zrh", "LSTM": "ifgo"}  # our letters, in Keras' order


def places_of(kind, form, D, H, bias, two):
    """Return where each number of the gates stands in a dialect's arrays.

    Parameters
    ----------
    kind : {"SimpleRNN", "GRU", "LSTM"}
    form : Form
    D, H : int
    bias, two : bool
        The arrays hold biases; and two for each gate.

    Returns
    -------
    dict of str to ndarray of int
        The arrays by name. A number counts through w, u, b_x and b_h of the gates in `KERAS`.
    """
    each = D * H + H * H + 2 * H
    gates = {}
    for number, letter in enumerate(KERAS[kind]):
        w, u, b = np.split(np.arange(number * each, (number + 1) * each), [D * H, (D + H) * H])
        b_x, b_h = np.split(b, 2)
        biases = b_x if bias else None, b_h if bias and two else None
        gates[letter] = Gate(w.reshape(D, H), u.reshape(H, H), *biases)
    order = form.orders[kind]
    letters = list(order.values() if isinstance(order, dict) else order)
    return form.pack([gates[letter] for letter in order], letters)


def _side_by_side(x, h, b):
    """Return a function for (D, kH), (H, kH) and the biases (kH,) or (2, kH) by these names."""

    def pack(gates, letters):
        w, u, b_x, b_h = zip(*gates, strict=True)
        rows = [np.concatenate(row) for row in (b_x, b_h) if row[0] is not None]
        arrays = {x: np.concatenate(w, axis=-1), h: np.concatenate(u, axis=-1)}
        return {**arrays, **({b: np.stack(rows) if len(rows) > 1 else rows[0]} if rows else {})}

    return pack


def _pytorch(gates, letters):
    w, u, b_x, b_h = zip(*gates, strict=True)
    arrays = {"weight_ih": np.hstack(w).T, "weight_hh": np.hstack(u).T}
    if b_x[0] is None:
        return arrays
    return {**arrays, "bias_ih": np.concatenate(b_x), "bias_hh": np.concatenate(b_h)}


def _onnx(gates, letters):
    W, R, *B = _pytorch(gates, letters).values()
    return {"W": W, "R": R, **({"B": np.concatenate(B)} if B else {})}


def _d2l(gates, letters):
    arrays = {}
    for letter, gate in zip(letters, gates, strict=True):
        arrays |= {f"W_x{letter}": gate.w, f"W_h{letter}": gate.u, f"b_{letter}": gate.b_x}
    return arrays


def _dls(gates, letters):
    if len(letters) == 1:
        (gate,) = gates
        return {"Wax": gate.w.T, "Waa": gate.u.T, "ba": gate.b_x[:, None]}
    arrays = {}
    for letter, gate in zip(letters, gates, strict=True):
        arrays[f"W{letter}"] = np.concatenate([gate.u.T, gate.w.T], axis=1)
        arrays[f"b{letter}"] = gate.b_x[:, None]
    return arrays


FORMS = {
    "keras": Form(
        KERAS,
        _side_by_side("kernel", "recurrent_kernel", "bias"),
        ("before", "after"),
        source="Keras 3, keras.layers",
    ),
    "pytorch": Form(
        {"SimpleRNN": "h", "GRU": "rzh", "LSTM": "ifgo"},
        _pytorch,
        ("after",),
        two_biases=True,
        source="torch.nn.RNN, GRU and LSTM, PyTorch 2",
    ),
    "onnx": Form(
        {"SimpleRNN": "h", "GRU": "zrh", "LSTM": "iofg"},
        _onnx,
        ("before", "after"),
        two_biases=True,
        source="ONNX operators RNN, GRU and LSTM, opset 22",
    ),
    "d2l": Form(
        {"SimpleRNN": "h", "GRU": "zrh", "LSTM": {"i": "i", "f": "f", "o": "o", "g": "c"}},
        _d2l,
        needs_bias=True,
        source="Dive into Deep Learning, the implementations from scratch",
    ),
    "scratch2": Form(
        {"SimpleRNN": "h", "GRU": "zrh", "LSTM": "fgio"},
        _side_by_side("Wx", "Wh", "b"),
        keeps_new=True,
        needs_bias=True,
        source="밑바닥부터 시작하는 딥러닝 2 (Saitoh), chapters 5 and 6 and appendix C",
    ),
    "cs231n": Form(
        {"SimpleRNN": "h", "LSTM": "ifog"},
        _side_by_side("Wx", "Wh", "b"),
        needs_bias=True,
        source="Stanford cs231n, assignment on image captioning, rnn_layers.py",
    ),
    "dls": Form(
        {
            "SimpleRNN": "h",
            "GRU": {"z": "u", "r": "r", "h": "c"},
            "LSTM": {"f": "f", "i": "i", "g": "c", "o": "o"},
        },
        _dls,
        keeps_new=True,
        needs_bias=True,
        source="Deep Learning Specialization, course 5; the GRU as in its lectures",
    ),
}
