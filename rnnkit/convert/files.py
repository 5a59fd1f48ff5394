"""Weight files of Keras and PyTorch, through h5py and safetensors: optional extras."""

import importlib
import io
import os
import zipfile
from pathlib import Path

import numpy as np

from ..arguments import checked
from ..base import Weighted, snake_case
from ..bidirectional import Bidirectional
from ..dense import Dense
from ..embedding import Embedding
from ..errors import error, shown, with_type
from ..layers import RNN
from ..models import Sequential
from ..shapes import numbers
from ..stacks import StackedRNNCells
from . import read, to_dialect


@checked
def save(path, model):
    """Write the weights of a model or layer to a file that Keras or PyTorch can read.

    Parameters
    ----------
    path : str or Path
        Ends in ``.weights.h5`` (``model.load_weights`` in Keras reads it into the same layers) or
        ``.safetensors`` (named as PyTorch's ``state_dict``: ``0.weight_ih_l0`` in a model,
        ``weight_ih_l0`` for a single layer).
    model : Sequential or layer
        Built.

    Raises
    ------
    ValueError, TypeError
        Another ending, no weights yet, a layer that PyTorch does not have.
    ImportError
        h5py or safetensors is not installed.
    """
    path = _path(path, "save", model, ".weights.h5", ".safetensors")
    if path.suffix == ".safetensors":
        _extra("safetensors.numpy").save_file(_state_dict(model), path)
        return
    named = _keras_names(model)
    with _extra("h5py").File(path, "w") as file:
        file.create_group("vars")
        for name, weight in named.items():
            file[name] = weight


@checked
def load(path, model, prefix=""):
    """Set the weights of a model or layer from a file of Keras or PyTorch, all or none.

    Parameters
    ----------
    path : str or Path
        A ``.weights.h5`` or ``.keras`` file of a Keras model with the same layers, or a
        ``.safetensors`` file with the names of PyTorch's ``state_dict``.
    model : Sequential or layer
        Built.
    prefix : str
        Which part of a ``.safetensors`` file: "encoder." for ``encoder.weight_ih_l0``.

    Raises
    ------
    FileNotFoundError
        No such file.
    ValueError, TypeError
        No weight file, cut short, without one of the layers, with more of them, or with other
        shapes; nothing is changed then.
    ImportError
        h5py or safetensors is not installed.
    """
    path = _path(path, "load", model, ".h5", ".keras", ".safetensors")
    if not isinstance(prefix, str):
        raise error("prefix", "load argument prefix", with_type(prefix))
    if not os.path.isfile(path):
        raise error("no-file", "load path", path)
    read = _from_state_dict if path.suffix == ".safetensors" else _from_keras
    model.set_weights(read(path, model, prefix))


def _path(path, verb, model, *endings):
    """Return the path after all checks that need no file."""
    if not isinstance(path, (str, os.PathLike)) or not str(path).endswith(endings):
        kind = "ValueError" if isinstance(path, (str, os.PathLike)) else "TypeError"
        listed = f"{', '.join(endings[:-1])} or {endings[-1]}"
        raise error("ending", f"{verb} path", shown(path), kind=kind, endings=listed)
    if not (isinstance(model, Weighted) and model.built):
        raise error("no-weights", f"{verb} model", shown(model))
    if not os.path.isdir(Path(path).parent):
        raise error("no-file", f"{verb} path", f"no folder {Path(path).parent}")
    return Path(path)


def _from_keras(path, model, _):
    expected, arrays, h5py = _keras_names(model), {}, _extra("h5py")

    def keep(name, item):
        if isinstance(item, h5py.Dataset) and "seed_generator" not in name:
            arrays[name] = np.array(item)

    try:
        source = path
        if path.suffix == ".keras":
            source = io.BytesIO(zipfile.ZipFile(path).read("model.weights.h5"))
        with h5py.File(source, "r") as file:
            file.visititems(keep)
    except Exception as failed:  # the readers have their own kinds of errors
        raise _no_weight_file(path, failed) from None
    _compare(path, expected, arrays)
    return [arrays[name] for name in expected]


def _keras_names(model):
    """Return {name in a Keras file: array} for all weights, in our order."""
    places = _numbered("layers", model.layers if isinstance(model, Sequential) else [model])
    return {name: w for at, layer in places for name, w in _inner_names(at, layer).items()}


def _inner_names(place, layer):
    """Return the names of one layer or cell, and of what is inside it."""
    inner = []
    if isinstance(layer, Bidirectional):
        sides = ("forward_layer", "backward_layer")
        inner = [(f"{place}/{side}", getattr(layer, side)) for side in sides]
    elif isinstance(layer, RNN):
        inner = [(f"{place}/cell", layer.cell)]
    elif isinstance(layer, StackedRNNCells):
        inner = _numbered(f"{place}/cells", layer.cells)
    if inner:
        return {name: w for at, part in inner for name, w in _inner_names(at, part).items()}
    weights = layer.named_weights().values()
    return {f"{place}/vars/{number}": weight for number, weight in enumerate(weights)}


def _numbered(place, layers):
    """Return (place/gru, layer), (place/gru_1, layer) … as Keras numbers them in its files."""
    counts, found = {}, []
    for layer in {id(layer): layer for layer in layers}.values():
        name = snake_case(type(layer).__name__)
        number = counts[name] = counts.get(name, -1) + 1
        found.append((f"{place}/{name}" + (f"_{number}" if number else ""), layer))
    return found


def _with_prefix(model):
    """Return (prefix in PyTorch, layer) for each layer; one that stands twice has its first."""
    if not isinstance(model, Sequential):
        return [("", model)]
    first = {}
    for number, layer in enumerate(model.layers):
        first.setdefault(id(layer), (f"{number}.", layer))
    return list(first.values())


def _state_dict(model):
    """Return {name in PyTorch: array}."""
    return {
        prefix + name: np.ascontiguousarray(array)
        for prefix, layer in _with_prefix(model)
        for name, array in _own_arrays(layer).items()
    }


def _own_arrays(layer):
    """Return the arrays of PyTorch's Embedding, Linear or recurrent layer."""
    if isinstance(layer, Embedding):
        return {"weight": layer.embeddings}
    if isinstance(layer, Dense):
        W, *b = layer.get_weights()
        return {"weight": W.T, **({"bias": b[0]} if b else {})}
    return to_dialect(layer, "pytorch") if layer.count_params() else {}


def _own_weights(layer, own):
    """Return a layer's weights from those arrays."""
    if isinstance(layer, Embedding):
        return [own["weight"]]
    if isinstance(layer, Dense):
        return [own[name].T for name in ("weight", "bias") if name in own]
    return read(own, "pytorch", layer)[0][1] if own else []


def _from_state_dict(path, model, prefix):
    safetensors = _extra("safetensors.numpy")
    try:
        arrays = safetensors.load_file(path)
    except Exception as failed:  # the reader has its own kinds of errors
        raise _no_weight_file(path, failed) from None
    arrays = {n.removeprefix(prefix): a for n, a in arrays.items() if n.startswith(prefix)}
    _compare(path, _state_dict(model), arrays)
    weights = []
    for start, layer in _with_prefix(model):
        own = {n.removeprefix(start): a for n, a in arrays.items() if n.startswith(start)}
        weights += _own_weights(layer, own)
    return weights


def _compare(path, expected, arrays):
    """Refuse a file whose arrays are not those expected, by name and shape."""
    missing = [name for name in expected if name not in arrays]
    unknown = [name for name in arrays if name not in expected]
    if missing or unknown:
        given = f"missing {missing[:3]}" if missing else f"also {unknown[:3]}"
        raise error("other-layers", f"load {path.name}", given, count=len(expected))
    for name, weight in expected.items():
        array = numbers(arrays[name], f"load {path.name} {name}", "float64")
        if array.shape != weight.shape:
            given = f"{name} {array.shape}"
            raise error("file-shape", f"load {path.name}", given, expected=weight.shape)


def _extra(module):
    try:
        return importlib.import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        place = f"rnnkit.convert with {name}"
        raise error("missing-extra", place, f"no {name}", package=name) from None


def _no_weight_file(path, failed):
    given = f"{path.stat().st_size} bytes ({str(failed).partition(chr(10))[0][:60]})"
    return error("no-weight-file", f"load {path.name}", given, suffix=path.suffix)
