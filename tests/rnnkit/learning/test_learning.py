"""Losses, optimizers and `fit`: equal to Keras, exact gradients, and a model that learns."""

import numpy as np
import pytest

import rnnkit
from rnnkit import losses, optimizers, sampling
from tests.rnnkit.learning import cases, in_keras

LOSSES, OPTIMIZERS, FITS = cases.loss_cases(), cases.optimizer_cases(), cases.fit_cases()


@pytest.fixture(scope="module")
def stored():
    with np.load(in_keras.STORED) as file:
        return dict(file)


def our_loss(kind, arguments, y_true, y_pred, mask):
    return getattr(losses, kind)(**arguments).value_and_gradient(y_true, y_pred, mask)


def our_optimizer(kind, arguments):
    weights, gradients = cases.weights_and_gradients()
    made = getattr(optimizers, kind)(**arguments)
    for step in gradients:
        made.apply(step, weights)
    return weights


def our_fit(kind, arguments):
    return cases.fit(rnnkit, losses, optimizers, rnnkit.Sequential, kind, arguments)


@pytest.mark.parametrize("name", LOSSES)
def test_losses_equal_stored_keras_values(stored, name):
    value, gradient = our_loss(*LOSSES[name])
    assert value == pytest.approx(float(stored[f"loss/{name}/value"]), rel=1e-5)
    np.testing.assert_allclose(gradient, stored[f"loss/{name}/gradient"], rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_optimizers_equal_stored_keras_values(stored, name):
    for number, weight in enumerate(our_optimizer(*OPTIMIZERS[name])):
        np.testing.assert_allclose(weight, stored[f"optimizer/{name}/{number}"], atol=1e-5)


@pytest.mark.parametrize("name", FITS)
def test_fit_equals_stored_keras_values(stored, name):
    for number, array in enumerate(our_fit(*FITS[name])):
        np.testing.assert_allclose(array, stored[f"fit/{name}/{number}"], atol=1e-5)


@pytest.mark.slow
def test_stored_values_are_those_of_keras(keras, stored):
    assert set(stored) == {"version", *in_keras.all_values()}
    for name, value in in_keras.all_values().items():
        np.testing.assert_allclose(value, stored[name], atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize("name", LOSSES)
def test_gradients_of_losses_are_exact(name):
    kind, arguments, y_true, y_pred, mask = LOSSES[name]
    y_pred, loss = y_pred.astype("float64") / 40, getattr(losses, kind)(**arguments)
    _, gradient = loss.value_and_gradient(y_true, y_pred, mask)
    assert gradient.dtype == np.float64
    for index in np.ndindex(y_pred.shape):
        up, down = y_pred.copy(), y_pred.copy()
        up[index] += 1e-6
        down[index] -= 1e-6
        numerical = (loss(y_true, up, mask) - loss(y_true, down, mask)) / 2e-6
        assert gradient[index] == pytest.approx(numerical, abs=1e-8)


def test_what_is_masked_does_not_matter_and_no_answer_at_all_is_zero():
    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    y_pred, mask = np.zeros((2, 3, 4)), np.array([[1, 1, 0], [1, 0, 0]], bool)
    y_pred[~mask] = np.nan
    assert loss(np.zeros((2, 3)), y_pred, mask) == pytest.approx(np.log(4))
    value, gradient = loss.value_and_gradient(np.zeros((2, 3)), y_pred, ~mask & mask)
    assert value == 0 and not gradient.any()


def character_model(width, **options):
    layers = [rnnkit.LSTM(8, return_sequences=True, seed=0), rnnkit.Dense(width, seed=1)]
    model = rnnkit.Sequential(layers)
    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizers.Adam(**{"learning_rate": 0.05, **options}), loss)
    return model


def test_hello_is_learned():
    x, y = sampling.windows("hello", 4)
    model = character_model(4)
    history = model.fit(x, y, epochs=60, verbose=0).history["loss"]
    assert history[0] > 1.2 and history[-1] < 0.02
    assert model.evaluate(x, y) == pytest.approx(history[-1], rel=0.2)
    assert sampling.sample(model, "h", 4, temperature=0) == "hello"


@pytest.mark.parametrize(
    "text",
    [
        "비가 그치면 강가에 나가 돌을 던지자. ",
        "after the rain we walk to the river and throw stones. ",
    ],
)
def test_a_small_text_is_learned_from_indices(text):
    vocabulary = "".join(dict.fromkeys(text))
    x, y = sampling.windows(text * 6, 16, vocabulary)
    layers = [
        rnnkit.Embedding(len(vocabulary), 12, seed=0),
        rnnkit.GRU(32, return_sequences=True, seed=1),
        rnnkit.Dense(len(vocabulary), seed=2),
    ]
    model = rnnkit.Sequential(layers)
    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizers.Adam(0.02, global_clipnorm=1.0), loss)
    history = model.fit(x.argmax(axis=-1), y, batch_size=4, epochs=60, verbose=0, seed=0)
    assert history.history["loss"][-1] < 0.1 * np.log(len(vocabulary))
    start = text[:2]
    written = sampling.sample(model, start, 20, vocabulary=vocabulary, temperature=0.1, seed=3)
    assert written == text[:22]


def test_temperature_and_seed():
    model = character_model(4)

    def write(**options):
        return sampling.sample(model, "h", 200, **options)

    assert write(seed=1) == write(seed=1) != write(seed=2)
    assert len(set(write(temperature=0)[20:])) <= 2
    counts = [write(temperature=50.0, seed=0).count(c) for c in "helo"]
    assert min(counts) > 25  # all characters alike


def test_fit_shuffles_by_its_seed_and_stays_in_place_without():
    x, y = sampling.windows("hellohelloehlloelh", 2)

    def train(**options):
        model = character_model(4)
        model.fit(x, y, batch_size=2, epochs=2, verbose=0, **options)
        return model.get_weights()[0]

    np.testing.assert_array_equal(train(seed=1), train(seed=1))
    assert not np.allclose(train(seed=1), train(seed=2), atol=1e-7)
    np.testing.assert_array_equal(train(shuffle=False), train(shuffle=False, seed=3))


def test_truncated_fit_changes_what_is_learned():
    x, y = sampling.windows("hello" * 3, 12)

    def train(truncate):
        model = character_model(4)
        model.fit(x, y, epochs=3, verbose=0, truncate=truncate)
        return model.get_weights()[1]

    np.testing.assert_allclose(train(None), train(12), atol=1e-6)
    assert not np.allclose(train(None), train(2), atol=1e-5)


def test_progress(capsys):
    x, y = sampling.windows("hello", 2)
    character_model(4).fit(x, y, epochs=2)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" - ")[0] for line in lines] == ["Epoch 1/2", "Epoch 2/2"]
    assert "\r" not in "".join(lines) and "loss: 1." in lines[0]


def test_progress_moves_on_a_terminal(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    x, y = sampling.windows("hellohello", 2)
    character_model(4).fit(x, y, batch_size=2, epochs=1)
    out = capsys.readouterr().out
    assert out.count("\r") == 3 and "━━━" in out and out.endswith("\n")


def test_predict_and_evaluate_do_not_depend_on_the_batch_size():
    x, y = sampling.windows("hellohellohello", 2)
    model = character_model(4)
    np.testing.assert_allclose(model.predict(x, batch_size=3), model(x), atol=1e-6)
    assert model.evaluate(x, y, batch_size=2) == pytest.approx(model.evaluate(x, y), rel=1e-6)
    mask = np.arange(2)[None] < np.arange(len(x))[:, None] % 3
    kept = model.evaluate(x, y, batch_size=99, mask=mask)
    y_wrong = np.where(mask, y, 0)
    assert model.evaluate(x, y_wrong, batch_size=99, mask=mask) == kept


def test_a_loss_that_is_no_number_stops_before_the_weights_change():
    x, y = sampling.windows("hellohello", 2)
    model = character_model(4)
    model.fit(x, y, verbose=0)
    kept, x = model.get_weights(), x.copy()
    x[1] = np.nan
    with pytest.raises(ValueError, match=r"epoch 1, step 2.*no finite number") as caught:
        model.fit(x, y, verbose=0)
    assert "global_clipnorm" in str(caught.value) and len(str(caught.value).splitlines()) == 4
    for weight, before in zip(model.get_weights(), kept, strict=True):
        np.testing.assert_array_equal(weight, before)


def test_ctrl_c_leaves_model_and_history(monkeypatch):
    x, y = sampling.windows("hello", 2)
    model, calls = character_model(4), []
    right = model.optimizer.apply

    def apply(gradients, weights):
        calls.append(1)
        if len(calls) == 4:
            raise KeyboardInterrupt
        right(gradients, weights)

    monkeypatch.setattr(model.optimizer, "apply", apply)
    with pytest.raises(KeyboardInterrupt):
        model.fit(x, y, epochs=9, verbose=0)
    assert len(model.history.history["loss"]) == 3 and np.isfinite(model(x)).all()


def fit(**changes):
    x, y = sampling.windows("hello", 2)
    model = changes.pop("model", None) or character_model(4)
    model.fit(**{"x": x, "y": y, "verbose": 0, **changes})


def loss(*arguments):
    losses.SparseCategoricalCrossentropy(from_logits=True)(*arguments)


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        (lambda: fit(epochs=0), ValueError, "epochs"),
        (lambda: fit(batch_size=2.5), TypeError, "batch_size"),
        (lambda: fit(y=np.zeros((1, 2))), ValueError, "'x': 2, 'y': 1"),
        (lambda: fit(y=np.full((2, 2), 4)), ValueError, r"0 to 3"),
        (lambda: fit(y=np.zeros((2, 2, 4))), ValueError, "argmax"),
        (lambda: fit(y=None), ValueError, "one answer for each"),
        (lambda: fit(x=np.zeros((0, 2, 4)), y=np.zeros((0, 2))), ValueError, "rows"),
        (lambda: fit(verbose=7), ValueError, "verbose"),
        (lambda: fit(mask=np.ones((2, 3))), ValueError, "mask"),
        (lambda: fit(model=rnnkit.Sequential([rnnkit.Dense(4)])), ValueError, "compile"),
        (lambda: losses.SparseCategoricalCrossentropy(), ValueError, "logits"),
        (lambda: losses.get("categorical_crossentropy"), ValueError, "CategoricalCrossentropy"),
        (lambda: losses.get("mean_squared_eror"), ValueError, '"mean_squared_error"'),
        (lambda: losses.get(5), TypeError, "not a loss"),
        (lambda: optimizers.get("adan"), ValueError, '"adam"'),
        (lambda: optimizers.get(np.tanh), TypeError, "not an optimizer"),
        (lambda: optimizers.Adam(-1), ValueError, "learning_rate"),
        (lambda: optimizers.Adam(beta_1=1.0), ValueError, "below 1"),
        (lambda: optimizers.SGD(clipnorm=0), ValueError, "above 0"),
        (lambda: optimizers.SGD(clipnorm=1, clipvalue=1), ValueError, "two limits"),
        (lambda: optimizers.SGD().apply([np.ones(2)], [np.ones(3)]), ValueError, "go together"),
        (lambda: optimizers.clip_by_global_norm([np.ones(2)], -1), ValueError, "clip_norm"),
        (lambda: loss(np.zeros((2, 3)), np.zeros((2, 3, 4)), np.ones((2, 2))), ValueError, "mask"),
        (lambda: loss(np.zeros(3), np.zeros(3)), ValueError, "y_pred"),
        (lambda: loss([[0.5]], np.zeros((1, 1, 4))), ValueError, "whole numbers"),
        (lambda: losses.MeanSquaredError()([1.0], [[1.0]]), ValueError, "y_true"),
        (lambda: sampling.windows("he", 5), ValueError, "too short"),
        (lambda: sampling.sample(character_model(4), "", 3), ValueError, "start"),
        (lambda: sampling.sample(character_model(4), "h", 3, temperature=-1), ValueError, "temp"),
        (lambda: sampling.sample(character_model(5), "h", 3), ValueError, r"Dense\(4\)"),
    ],
)
def test_wrong_calls_are_explained(wrong, error, words):
    with pytest.raises(error, match=words) as caught:
        wrong()
    assert len(str(caught.value).splitlines()) == 4


def test_clipping_together_keeps_the_direction():
    gradients = [np.full((2, 2), 3.0), np.full(2, -4.0)]
    clipped, norm = optimizers.clip_by_global_norm(gradients, 1.0)
    assert norm == pytest.approx(np.sqrt(4 * 9 + 2 * 16))
    np.testing.assert_allclose(clipped[0] * norm, gradients[0])
    np.testing.assert_allclose(np.sqrt(sum((c**2).sum() for c in clipped)), 1)
    same, _ = optimizers.clip_by_global_norm(gradients, 100)
    np.testing.assert_array_equal(same[1], gradients[1])
