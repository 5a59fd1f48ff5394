"""Weights in other people's arrangements: between rnnkit and seven dialects, and files.

| dialect | gates of an LSTM | GRU | biases |
|---|---|---|---|
| ``keras`` | i, f, c, o | reset before or after | one; two rows in a GRU with reset_after |
| ``pytorch`` | i, f, g, o | r, z, n, reset after | two |
| ``onnx`` | i, o, f, c | z, r, h, ``linear_before_reset`` = reset_after | two |
| ``d2l`` | i, f, o, c, one array each | reset before | one |
| ``scratch2`` | f, g, i, o | z, r, h, reset before, z takes the new value | one |
| ``cs231n`` | i, f, o, g | none | one |
| ``dls`` | f, i, c, o, columns | u, r, c, reset before, u takes the new value | one |

A GRU whose reset gate acts before the product is another function than one where it acts after:
no arrangement of weights turns one into the other, and so that is refused.
"""

from collections.abc import Mapping

import numpy as np

from .. import activations
from ..arguments import checked
from ..bidirectional import Bidirectional
from ..cells import GRUCell, LSTMCell, SimpleRNNCell
from ..errors import error, shown, unknown_name
from ..layers import RNN
from ..shapes import numbers
from .dialects import FORMS, KERAS, places_of

__all__ = ["FORMS", "from_dialect", "load", "read", "save", "to_dialect"]

KINDS = {SimpleRNNCell: "SimpleRNN", GRUCell: "GRU", LSTMCell: "LSTM"}


@checked
def to_dialect(layer, dialect):
    """Return a layer's weights as the arrays of a dialect.

    Parameters
    ----------
    layer : SimpleRNN, GRU, LSTM, Bidirectional of one, or a list of them as a stack
        Built. Bidirectional: keras, pytorch and onnx; a stack: keras and pytorch.
    dialect : {"keras", "pytorch", "onnx", "d2l", "scratch2", "cs231n", "dls"}

    Returns
    -------
    dict of str to ndarray
        New arrays of the layer's float type, by the dialect's names: ``weight_ih_l0`` … for
        PyTorch's ``state_dict``; ``W``, ``R``, ``B`` for ONNX, whose GRU needs the attribute
        ``linear_before_reset=int(layer.cell.reset_after)``. One bias becomes two as b and zeros.

    Raises
    ------
    ValueError
        An unknown dialect, a layer that is not built, or one that computes another function than
        the dialect can write down.
    TypeError
        Not a recurrent layer.

    Examples
    --------
    >>> from rnnkit import LSTM
    >>> lstm = LSTM(2, seed=0)
    >>> lstm.build((None, None, 4))
    >>> {name: array.shape for name, array in to_dialect(lstm, "cs231n").items()}
    {'Wx': (4, 8), 'Wh': (2, 8), 'b': (8,)}
    """
    form, found = _form(dialect), _directions(layer, dialect)
    if not all(weights for _, weights in found.values()):
        raise error("no-weights", "to_dialect layer", "a layer that is not built")
    widths = {where: len(weights[0]) for where, (_, weights) in found.items()}
    gates = np.concatenate([_from_keras(*one, form) for one in found.values()])
    places = _arrange(found, form, dialect, widths)
    return {name: np.array(gates[index], order="C") for name, index in places.items()}


@checked
def from_dialect(arrays, dialect, layer):
    """Set a layer's weights from the arrays of a dialect.

    Parameters
    ----------
    arrays : mapping of str to array_like
        By the dialect's names, all of one layer or stack and no others.
    dialect : str
        As in `to_dialect`.
    layer : layer or list of layers
        What shall compute the same; a layer that is not built is built.

    Returns
    -------
    layer or list of layers
        The one given. Where the dialect has two biases and the layer one, it gets their sum.

    Raises
    ------
    ValueError
        A missing or unknown array, one of another shape (it is named), another function.
    TypeError
        Not a mapping of names to numbers, not a recurrent layer. Nothing is changed.

    Examples
    --------
    >>> from rnnkit import LSTM
    >>> lstm = LSTM(2, seed=0)
    >>> lstm.build((None, None, 4))
    >>> again = from_dialect(to_dialect(lstm, "pytorch"), "pytorch", LSTM(2))
    >>> [bool((a == b).all()) for a, b in zip(lstm.get_weights(), again.get_weights())]
    [True, True, True]
    """
    for part, weights in read(arrays, dialect, layer):
        part.build((None, None, len(weights[0])))
        part.set_weights(weights)
    return layer


@checked
def read(arrays, dialect, layer):
    """Return what `from_dialect` would set, after all checks, and set nothing.

    Parameters
    ----------
    arrays, dialect, layer
        As for `from_dialect`.

    Returns
    -------
    list of (layer, weights)
        The weights in Keras' order, with the shapes that the layer needs.

    Raises
    ------
    ValueError, TypeError
        As `from_dialect`.
    """
    form, found = _form(dialect), _directions(layer, dialect)
    given = _named(arrays, _arrange(found, form, dialect, dict.fromkeys(found, 1)), dialect)
    widths = _widths(found, form, dialect, given)
    places = _arrange(found, form, dialect, widths)
    sizes = [_size(cell, widths[where]) for where, (cell, _) in found.items()]
    gates = np.zeros(sum(sizes), np.result_type(*given.values()))
    for name, index in places.items():
        _check_shape(given[name], index.shape, f"from_dialect {dialect} {name}")
        gates[index] = given[name]
    weights = [[] for _ in _parts(layer)]
    for (where, (cell, _)), own in zip(
        found.items(), np.split(gates, np.cumsum(sizes)[:-1]), strict=True
    ):
        weights[where[0]] += _to_keras(cell, widths[where], own, form)
    return list(zip(_parts(layer), weights, strict=True))


def _form(dialect):
    if not isinstance(dialect, str) or dialect not in FORMS:
        raise unknown_name("convert argument dialect", dialect, FORMS, fix='"{}"')
    return FORMS[dialect]


def _parts(layer):
    return list(layer) if isinstance(layer, (list, tuple)) else [layer]


def _directions(layer, dialect):
    """Return {(level, side): (cell, weights or None)}; side is 0, or 1 for a backward layer."""
    found, parts = {}, _parts(layer)
    for level, part in enumerate(parts):
        sides = [part]
        if isinstance(part, Bidirectional) and dialect in ("keras", "pytorch", "onnx"):
            sides = [part.forward_layer, part.backward_layer]
        for side, one in enumerate(sides):
            cell = one.cell if isinstance(one, RNN) else None
            if type(cell) not in KINDS:
                given = shown(getattr(part, "kind", part))
                raise error("no-dialect-layer", f"{dialect} layer", given)
            _same_function(cell, dialect)
            found[level, side] = cell, one.get_weights() if one.built else None
    if not parts or (len(parts) > 1 and dialect not in ("keras", "pytorch")):
        raise error("no-stack", f"{dialect} layer", f"{len(parts)} layers")
    return found


def _same_function(cell, dialect):
    """Refuse a layer whose function the dialect cannot write down."""
    kind, form = KINDS[type(cell)], FORMS[dialect]
    if kind not in form.orders:
        kinds = ", ".join(form.orders)
        _other(cell, dialect, kind, f"{kinds}: {dialect} has no {kind}", "another dialect")
    reset = "after" if getattr(cell, "reset_after", True) else "before"
    if kind == "GRU" and reset not in form.resets:
        given = f"reset_after={cell.reset_after}"
        expected = f"the reset gate {form.resets[0]} the product, another function"
        _other(cell, dialect, given, expected, f"GRU(..., reset_after={not cell.reset_after})")
    allowed = [activations.tanh, np.tanh]
    allowed += [activations.relu] * (dialect == "pytorch" and kind == "SimpleRNN")
    gates = getattr(cell, "recurrent_activation", activations.sigmoid)
    if dialect != "keras" and (cell.activation not in allowed or gates is not activations.sigmoid):
        given = ", ".join(getattr(f, "__name__", shown(f)) for f in (cell.activation, gates))
        fix = f"{kind}(...) with its defaults"
        _other(cell, dialect, given, "tanh, and sigmoid for gates", fix)


def _other(cell, dialect, given, expected, fix):
    place = f"{cell.kind} in {dialect}"
    raise error("other-function", place, given, expected=expected, fix=fix)


def _places(cell, form, D):
    """Return where each number of the gates stands in the dialect's arrays of this cell."""
    kind = KINDS[type(cell)]
    two = form.two_biases or (kind == "GRU" and cell.reset_after)
    return places_of(kind, form, D, cell.units, form.needs_bias or cell.use_bias, two)


def _size(cell, D):
    return len(KERAS[KINDS[type(cell)]]) * (D + cell.units + 2) * cell.units


def _arrange(found, form, dialect, widths):
    """Return {array of the dialect: which numbers of all directions' gates stand where in it}."""
    arrays, start = {}, 0
    for where, (cell, _) in found.items():
        for name, index in _places(cell, form, widths[where]).items():
            full = _full_name(where, name, dialect, found)
            arrays.setdefault(full, []).append(index + start)
        start += _size(cell, widths[where])
    onnx = dialect == "onnx"  # one array holds both directions
    return {name: np.stack(parts) if onnx else parts[0] for name, parts in arrays.items()}


def _full_name(where, name, dialect, found):
    (level, side), several = where, len({place[0] for place in found}) > 1
    if dialect == "pytorch":
        return f"{name}_l{level}" + "_reverse" * side
    if dialect == "keras":
        both = (level, 1) in found
        return f"{level}." * several + ("forward.", "backward.")[side] * both + name
    return name


def _from_keras(cell, weights, form):
    """Return the numbers of one direction's gates as the dialect means them."""
    D = len(weights[0])
    gates = np.zeros(_size(cell, D), weights[0].dtype)
    for index, weight in zip(_places(cell, FORMS["keras"], D).values(), weights, strict=True):
        gates[index] = weight
    return _new_or_kept(cell, gates, form)


def _to_keras(cell, D, gates, form):
    """Return one direction's weights in Keras' order."""
    gates, H = _new_or_kept(cell, gates, form), cell.units
    rows = gates.reshape(-1, (D + H + 2) * H)
    b_x, b_h = rows[:, -2 * H : -H], rows[:, -H:]
    if not getattr(cell, "reset_after", False):  # one bias for two; adding zeros keeps every bit
        b_x[...], b_h[...] = np.where(b_h == 0, b_x, b_x + b_h), 0
    if not cell.use_bias and rows[:, -2 * H :].any():
        place = f"from_dialect {cell.kind}"
        raise error("no-bias", place, "a bias that is not zero", layer=cell.kind)
    return [gates[index] for index in _places(cell, FORMS["keras"], D).values()]


def _new_or_kept(cell, gates, form):
    """Turn z into 1 - z, or back, where the dialect's update gate takes the new value."""
    if form.keeps_new and isinstance(cell, GRUCell):
        gates[: len(gates) // 3] *= -1  # sigmoid(-a) = 1 - sigmoid(a)
    return gates


def _named(arrays, expected, dialect):
    """Return {name: array of floats} in the order expected, or say which one is wrong."""
    place = f"from_dialect {dialect}"
    if not isinstance(arrays, Mapping):
        raise error("not-named-arrays", "from_dialect arrays", type(arrays).__name__)
    missing = [name for name in expected if name not in arrays]
    if missing:
        given = ", ".join(map(str, arrays)) or "no arrays"
        raise error("missing-array", place, given, name=missing[0], expected=", ".join(expected))
    for name in arrays:
        if name not in expected:
            raise unknown_name(place, name, expected)
    return {name: _as_floats(arrays[name], f"{place} {name}") for name in expected}


def _widths(found, form, dialect, given):
    """Return D of each direction: the layer's, what the layer below gives, or what arrays tell."""
    widths = {}
    for (level, side), (_, weights) in found.items():
        if side:
            D = widths[level, 0]
        elif weights:
            D = len(weights[0])
        elif level:
            D = found[level - 1, 0][0].units * (2 if (level - 1, 1) in found else 1)
        else:  # the first array grows by as many numbers with each feature
            ones = (_arrange(found, form, dialect, dict.fromkeys(found, n)) for n in (1, 2))
            size, one, two = (next(iter(a.values())).size for a in (given, *ones))
            D = max(1, 1 + (size - one) // (two - one))
        widths[level, side] = D
    return widths


def _check_shape(array, shape, place):
    if array.shape != shape:
        fix = f"{place.split()[-1]}.T" if array.shape == shape[::-1] else f"np.zeros({shape})"
        expected = f"{shape}, for the units of the layer"
        raise error("weight-shape", place, array.shape, expected=expected, fix=fix)


def _as_floats(array, place):
    double = getattr(array, "dtype", None) == np.float64
    return numbers(array, place, "float64" if double else "float32")


from .files import load, save  # noqa: E402  (it needs what stands above)
