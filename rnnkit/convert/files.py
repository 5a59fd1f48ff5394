"""Weight files of Keras and PyTorch, through h5py and safetensors: optional extras."""

import importlib
import io
import zipfile
from pathlib import Path

import numpy as np

from ..base import set_all, snake_case
from ..bidirectional import Bidirectional
from ..dense import Dense
from ..embedding import Embedding
from ..errors import explain
from ..layers import RNN
from ..models import Sequential
from ..shapes import numbers
from . import read, to_dialect


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
        fix, ko = "model.build((None, time, features))", "아직 가중치가 없습니다."
        _refuse("save model", "no weights yet", ko, repr(model)[:60], "built layers", fix)
    if path.name.endswith(".weights.h5"):
        with _extra("h5py").File(path, "w") as file:
            file.create_group("vars")
            for name, weight in _keras_names(model).items():
                file[name] = weight
    elif path.suffix == ".safetensors":
        _extra("safetensors.numpy").save_file(_state_dict(model), path)
    else:
        _refuse_ending("save", path, ".weights.h5 or .safetensors")


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
        text = explain(
            "load path",
            "no such file",
            "파일이 없습니다.",
            given=path,
            expected="a weight file",
            fix="Path.cwd()",
        )
        raise FileNotFoundError(text)
    if not getattr(model, "built", False):
        fix, ko = "model.build((None, time, features))", "아직 가중치가 없습니다."
        _refuse("load model", "no weights yet", ko, repr(model)[:60], "built layers", fix)
    if path.suffix in (".h5", ".keras"):
        weights = _from_keras(path, model)
    elif path.suffix == ".safetensors":
        weights = _from_state_dict(path, model, prefix)
    else:
        _refuse_ending("load", path, ".weights.h5, .keras or .safetensors")
    set_all(model, model.kind, weights)


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
    except (OSError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile) as error:
        _refuse_file(path, error)
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
    except Exception as error:  # the reader has its own kinds of errors
        _refuse_file(path, error)
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
    ko = "모델과 파일의 층이 다릅니다."
    if missing or unknown:
        given = f"missing {missing[:3]}" if missing else f"also {unknown[:3]}"
        fix, layers = (
            "the layers that the file was made from",
            f"{len(expected)} arrays of the model",
        )
        _refuse(f"load {path.name}", "not the layers of this model", ko, given, layers, fix)
    for name, weight in expected.items():
        array = numbers(arrays[name], f"load {path.name} {name}", "float64")
        if array.shape != weight.shape:
            given, fix = f"{name} {array.shape}", "the sizes that the file was made with"
            what = "a weight of another shape"
            _refuse(f"load {path.name}", what, ko, given, f"{weight.shape}", fix)


def _extra(module):
    try:
        return importlib.import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        raise ImportError(
            explain(
                f"rnnkit.convert with {name}",
                "an optional package is missing",
                "선택 패키지가 없습니다.",
                given=f"no {name}",
                expected="the extra called files",
                fix='pip install "rnnkit[files]"',
            )
        ) from None


def _refuse_file(path, error):
    given = f"{path.stat().st_size} bytes ({str(error).splitlines()[0][:60]})"
    what, ko = "no weight file, or cut short", "가중치 파일이 아니거나 잘렸습니다."
    _refuse(f"load {path.name}", what, ko, given, f"a whole {path.suffix} file", "save it again")


def _refuse_ending(verb, path, endings):
    what, ko = "unknown kind of file", "모르는 종류의 파일입니다."
    fix = 'model.save_weights("model.weights.h5")'
    _refuse(f"{verb} path", what, ko, path.name, f"a name that ends in {endings}", fix)


def _refuse(place, what, ko, given, expected, fix):
    raise ValueError(explain(place, what, ko, given=given, expected=expected, fix=fix))
