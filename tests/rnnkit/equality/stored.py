"""Read and write what the peers gave: one file for each, all numbers in one float32 array.

Beside the numbers stands an index (JSON): the versions, and for each case the names and shapes of
its arrays, results before gradients.
"""

import json
from pathlib import Path

import numpy as np

from tests.rnnkit.equality import in_keras, in_pytorch, keras_cases, pytorch_cases
from tests.rnnkit.equality.specs import Values

PEERS = {"Keras": (keras_cases, in_keras), "PyTorch": (pytorch_cases, in_pytorch)}


def file_of(peer):
    """Return the file of a peer."""
    return Path(__file__).with_name(f"stored_{peer.lower()}.npz")


def write(peer, versions, values):
    """Write one peer's values.

    Parameters
    ----------
    peer : str
    versions : dict of str to str
    values : dict of str to Values
    """
    index, numbers = {}, []
    for name, (forward, gradient) in values.items():
        index[name] = [{k: a.shape for k, a in part.items()} for part in (forward, gradient)]
        numbers += [a.ravel() for part in (forward, gradient) for a in part.values()]
    text = json.dumps({"versions": versions, "cases": index})
    np.savez_compressed(file_of(peer), index=text, numbers=np.concatenate(numbers))


def read(peer):
    """Return one peer's versions, and its `Values` by the name of the case."""
    with np.load(file_of(peer)) as file:
        index, numbers = json.loads(str(file["index"])), file["numbers"]
    values, at = {}, 0
    for name, parts in index["cases"].items():
        found = []
        for shapes in parts:
            arrays = {}
            for key, shape in shapes.items():
                size = int(np.prod(shape))
                arrays[key] = numbers[at : at + size].reshape(shape)
                at += size
            found.append(arrays)
        values[name] = Values(*found)
    return index["versions"], values
