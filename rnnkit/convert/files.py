"""Weight files of Keras and PyTorch, through h5py and safetensors: optional extras."""

import importlib
import io
import zipfile
from pathlib import Path

import numpy as np

from ..arguments import checked
from ..base import snake_case
from ..bidirectional import Bidirectional
from ..dense import Dense
from ..embedding import Embedding
from ..errors import error
from ..layers import RNN
from ..models import Sequential
from ..shapes import numbers
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
    path = Path(path)
    if not getattr(model, "built", False):
        raise error("no-weights", "save model", repr(model)[:60])
    if path.name.endswith(".weights.h5"):
        with _extra("h5py").File(path, "w") as file:
            file.create_group("vars")
            for name, weight in _keras_names(model).items():
                file[name] = weight
    elif path.suffix == ".safetensors":
        _extra("safetensors.numpy").save_file(_state_dict(model), path)
    else:
        raise error("ending", "save path", path.name, endings=".weights.h5 or .safetensors")


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
    path = Path(path)
    if not path.is_file():
        raise error("no-file", "load path", path)
    if not getattr(model, "built", False):
        raise error("no-weights", "load model", repr(model)[:60])
    if path.suffix in (".h5", ".keras"):
        weights = _from_keras(path, model)
    elif path.suffix == ".safetensors":
        weights = _from_state_dict(path, model, prefix)
    else:
        raise error("ending", "load path", path.name, endings=".weights.h5, .keras or .safetensors")
    model.set_weights(weights)


def _from_keras(path, model):
    expected, arrays = _keras_names(model), {}
    h5py = _extra("h5py")
    try:
        source = path
        if path.suffix == ".keras":
            source = io.BytesIO(zipfile.ZipFile(path).read("model.weights.h5"))
        with h5py.File(source, "r") as file:
            file.visititems(
                lambda name, item: (
                    arrays.update({name: item}) if isinstance(item, h5py.Dataset) else None
                )
            )
            arrays = {n: np.array(item) for n, item in arrays.items() if "seed_generator" not in n}
    except (OSError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile) as failed:
        raise _no_weight_file(path, failed) from None
    _compare(path, expected, arrays)
    return [arrays[name] for name in expected]


def _keras_names(model):
    """Return {name in a Keras file: array} for all weights, in our order."""
    found = {}
    for place, layer in _numbered("layers", _layers(model)):
        if isinstance(layer, Bidirectional):
            found.update(_cell_names(f"{place}/forward_layer", layer.forward_layer))
            found.update(_cell_names(f"{place}/backward_layer", layer.backward_layer))
        else:
            found.update(_cell_names(place, layer))
    return found


def _cell_names(place, layer):
    if isinstance(layer, RNN):
        return _cell_names(f"{place}/cell", layer.cell)
    if hasattr(layer, "cells"):
        inner = _numbered(f"{place}/cells", layer.cells)
        return {n: w for at, cell in inner for n, w in _cell_names(at, cell).items()}
    weights = layer.named_weights().values()
    return {f"{place}/vars/{number}": weight for number, weight in enumerate(weights)}


def _numbered(place, layers):
    """Return (place/gru, layer), (place/gru_1, layer) … as Keras numbers them in its files."""
    counts, found = {}, []
    for layer in layers:
        name = snake_case(type(layer).__name__)
        number = counts[name] = counts.get(name, -1) + 1
        found.append((f"{place}/{name}" + (f"_{number}" if number else ""), layer))
    return found


def _layers(model):
    return model.layers if isinstance(model, Sequential) else [model]


def _state_dict(model):
    """Return {name in PyTorch: array}."""
    named = {}
    for number, layer in enumerate(_layers(model)):
        own = _linear(layer) or (to_dialect(layer, "pytorch") if layer.count_params() else {})
        start = f"{number}." if isinstance(model, Sequential) else ""
        named.update({start + name: np.ascontiguousarray(a) for name, a in own.items()})
    return named


def _linear(layer):
    """Return the arrays of `torch.nn.Linear` or `Embedding`, or None for other layers."""
    if isinstance(layer, Embedding):
        return {"weight": layer.embeddings}
    if isinstance(layer, Dense):
        W, *b = layer.get_weights()
        return {"weight": W.T, **({"bias": b[0]} if b else {})}
    return None


def _from_state_dict(path, model, prefix):
    safetensors = _extra("safetensors.numpy")
    try:
        arrays = safetensors.load_file(path)
    except Exception as failed:  # the reader has its own kinds of errors
        raise _no_weight_file(path, failed) from None
    arrays = {n.removeprefix(prefix): a for n, a in arrays.items() if n.startswith(prefix)}
    expected = _state_dict(model)
    _compare(path, expected, arrays)
    weights = []
    for number, layer in enumerate(_layers(model)):
        start = f"{number}." if isinstance(model, Sequential) else ""
        own = {n.removeprefix(start): a for n, a in arrays.items() if n.startswith(start)}
        if isinstance(layer, Dense):
            weights += [own["weight"].T, *([own["bias"]] if "bias" in own else [])]
        elif isinstance(layer, Embedding):
            weights.append(own["weight"])
        elif own:
            weights += read(own, "pytorch", layer)[0][1]
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
