"""Weight files: those of Keras and PyTorch, and those that are none."""

import numpy as np
import pytest

import rnnkit
from rnnkit import convert
from tests.rnnkit.cases import draw_like

pytest.importorskip("h5py")
pytest.importorskip("safetensors")

INDICES = np.random.RandomState(1).randint(0, 5, size=(2, 6))


def make(layers, sequential):
    """Return a model with every kind of layer, in either library."""
    cells = [layers.LSTMCell(4), layers.LSTMCell(3), layers.GRUCell(2)]
    model = sequential(
        [
            layers.Embedding(5, 3),
            layers.Bidirectional(layers.LSTM(4, return_sequences=True)),
            layers.GRU(3, return_sequences=True),
            layers.GRU(3, return_sequences=True),
            layers.RNN(cells, return_sequences=True),
            layers.SimpleRNN(2),
            layers.Dense(3),
            layers.Dense(2, use_bias=False),
        ]
    )
    model.build((None, 6))
    model.set_weights(draw_like(model.get_weights(), 4))
    return model


def small(seed=4):
    """Return a model whose layers PyTorch has too."""
    layers = [rnnkit.Embedding(5, 3), rnnkit.LSTM(4, return_sequences=True), rnnkit.Dense(2)]
    model = rnnkit.Sequential(layers)
    model.build((None, 6))
    model.set_weights(draw_like(model.get_weights(), seed))
    return model


def same(one, other):
    for a, b in zip(one.get_weights(), other.get_weights(), strict=True):
        assert a.tobytes() == b.tobytes()


@pytest.mark.parametrize("name", ["model.weights.h5", "model.safetensors"])
def test_a_saved_model_comes_back_bit_by_bit(tmp_path, name):
    model, other = small(), small(seed=7)
    convert.save(tmp_path / name, model)
    convert.load(tmp_path / name, other)
    same(model, other)


def test_one_layer_and_part_of_a_file(tmp_path):
    numpy_file = pytest.importorskip("safetensors.numpy")
    layer = rnnkit.GRU(3, seed=0)
    layer.build((None, None, 2))
    arrays = convert.to_dialect(layer, "pytorch")
    named = {f"encoder.{name}": array for name, array in arrays.items()}
    numpy_file.save_file({**named, "head.weight": np.ones((2, 3))}, tmp_path / "a.safetensors")
    other = rnnkit.GRU(3, seed=1)
    other.build((None, None, 2))
    convert.load(tmp_path / "a.safetensors", other, prefix="encoder.")
    same(layer, other)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # in Keras
def test_keras_files_both_ways(keras, tmp_path):
    theirs, ours = make(keras.layers, keras.Sequential), make(rnnkit, rnnkit.Sequential)
    theirs.set_weights(draw_like(theirs.get_weights(), 9))
    expected = np.asarray(theirs(INDICES))
    theirs.save_weights(tmp_path / "k.weights.h5")
    theirs.save(tmp_path / "k.keras")
    for name in ("k.weights.h5", "k.keras"):
        ours = make(rnnkit, rnnkit.Sequential)
        assert not np.allclose(ours(INDICES), expected)
        convert.load(tmp_path / name, ours)
        np.testing.assert_allclose(ours(INDICES), expected, atol=1e-6)
    ours.set_weights(draw_like(ours.get_weights(), 11))
    convert.save(tmp_path / "o.weights.h5", ours)
    theirs.load_weights(tmp_path / "o.weights.h5")
    np.testing.assert_allclose(np.asarray(theirs(INDICES)), ours(INDICES), atol=1e-6)


def refused(path, words, error=ValueError, model=None, **options):
    model = model or small()
    kept = model.get_weights()
    with pytest.raises(error, match=words) as caught:
        convert.load(path, model, **options)
    assert len(str(caught.value).splitlines()) == 4
    for weight, before in zip(model.get_weights(), kept, strict=True):
        np.testing.assert_array_equal(weight, before)


@pytest.mark.parametrize("name", ["a.weights.h5", "a.keras", "a.safetensors"])
def test_what_is_no_weight_file_is_named(tmp_path, name):
    refused(tmp_path / name, "no such file", FileNotFoundError)
    for content in (b"", b"not a file of weights", bytes(range(256)) * 9):
        (tmp_path / name).write_bytes(content)
        refused(tmp_path / name, f"load {name}: no weight file, or cut short")


@pytest.mark.parametrize("name", ["a.weights.h5", "a.safetensors"])
def test_a_file_that_is_cut_short_is_named(tmp_path, name):
    convert.save(tmp_path / name, small())
    whole = (tmp_path / name).read_bytes()
    for part in (0.9, 0.5, 0.05):
        (tmp_path / name).write_bytes(whole[: int(len(whole) * part)])
        refused(tmp_path / name, "no weight file, or cut short")


@pytest.mark.parametrize("name", ["a.weights.h5", "a.safetensors"])
def test_layers_that_the_file_lacks_or_has_more_are_named(tmp_path, name):
    convert.save(tmp_path / name, small())
    longer, shorter = small(), rnnkit.Sequential(small().layers[:2])
    longer.add(rnnkit.Dense(3))
    shorter.build((None, 6))
    refused(tmp_path / name, "missing", model=longer)
    refused(tmp_path / name, "also", model=shorter)
    other = rnnkit.Sequential([rnnkit.Embedding(5, 3), rnnkit.LSTM(5), rnnkit.Dense(2)])
    other.build((None, 6))
    refused(tmp_path / name, "another shape", model=other)


def test_other_endings_and_unbuilt_models(tmp_path):
    (tmp_path / "a.npz").write_bytes(b"")
    refused(tmp_path / "a.npz", "unknown kind of file")
    with pytest.raises(ValueError, match="unknown kind of file"):
        convert.save(tmp_path / "a.keras", small())
    with pytest.raises(ValueError, match="no weights yet"):
        convert.save(tmp_path / "a.weights.h5", rnnkit.LSTM(2))


def test_a_missing_extra_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "h5py", None)
    with pytest.raises(ImportError, match="pip install h5py"):
        convert.save(tmp_path / "a.weights.h5", small())
