"""The training loop behind `Sequential.compile`, `fit`, `evaluate` and `predict`."""

import sys

import numpy as np

from . import losses, optimizers
from .base import check_seed
from .errors import error
from .shapes import as_array, flag, positive_int


class History:
    """What `fit` returns: ``history["loss"]`` holds the mean loss of each epoch.

    Parameters
    ----------
    epochs : int
    verbose : {0, 1, 2}
        Nothing; a bar that moves; a line for each epoch.
    """

    def __init__(self, epochs, verbose):
        self.history = {"loss": []}
        self.epochs, self.verbose = epochs, verbose

    def show_batch(self, done, batches, loss):
        """Move the bar of a terminal."""
        if self.verbose == 1:
            bar = "━" * (30 * done // batches)
            print(f"\r{self._epoch(0)} {bar:<30} loss: {loss:.4f}", end="", flush=True)

    def end_epoch(self, loss):
        """Note the epoch's loss, and show it."""
        self.history["loss"].append(loss)
        start = "\r\033[K" if self.verbose == 1 else ""
        if self.verbose:
            print(f"{start}{self._epoch(-1)} - loss: {loss:.4f}", flush=True)

    def _epoch(self, more):
        return f"Epoch {len(self.history['loss']) + 1 + more}/{self.epochs}"


def compile_model(model, optimizer="rmsprop", loss=None):
    """Choose optimizer and loss of a model; see `Sequential.compile`."""
    model.optimizer, model.loss = optimizers.get(optimizer), losses.get(loss)


def fit(
    model,
    x,
    y,
    batch_size=32,
    epochs=1,
    verbose="auto",
    shuffle=True,
    *,
    mask=None,
    seed=None,
    truncate=None,
):
    """Train a model; see `Sequential.fit`."""
    batch_size = positive_int(batch_size, "fit argument batch_size")
    epochs = positive_int(epochs, "fit argument epochs")
    arrays = _check(model, "fit", x, y, mask)
    rng = np.random.default_rng(check_seed(seed, "fit argument seed"))
    shuffle = flag(shuffle, "fit argument shuffle")
    model.history = History(epochs, _verbosity(verbose))
    for _ in range(epochs):
        order = rng.permutation(len(x)) if shuffle else np.arange(len(x))
        total, starts = 0, range(0, len(x), batch_size)
        for number, start in enumerate(starts):
            rows = order[start : start + batch_size]
            loss = _step(model, *_rows(arrays, rows), truncate)
            total += loss * len(rows)
            done = min(start + batch_size, len(x))
            model.history.show_batch(number + 1, len(starts), total / done)
        model.history.end_epoch(total / len(x))
    return model.history


def _step(model, x, y, mask, truncate):
    """Change the weights by one batch; return its loss before that."""
    output, cache = model.forward(x, mask=mask, training=True)
    loss, d_output = model.loss.value_and_gradient(y, output, cache.mask)
    gradients = model.backward(d_output, cache, truncate=truncate).weights
    if not np.isfinite(loss) or not all(np.isfinite(g).all() for g in gradients):
        _refuse_loss(model, loss)
    model.optimizer.apply(gradients, list(model.named_weights().values()))
    return loss


def evaluate(model, x, y, batch_size=32, *, mask=None):
    """Return the loss of a model on data; see `Sequential.evaluate`."""
    batch_size = positive_int(batch_size, "evaluate argument batch_size")
    arrays, total = _check(model, "evaluate", x, y, mask), 0
    for start in range(0, len(arrays[0]), batch_size):
        rows = np.arange(len(arrays[0]))[start : start + batch_size]
        batch_x, batch_y, batch_mask = _rows(arrays, rows)
        output, cache = model.forward(batch_x, mask=batch_mask)
        total += model.loss(batch_y, output, cache.mask) * len(rows)
    return total / len(arrays[0])


def predict(model, x, batch_size=32, *, mask=None):
    """Return what a model gives for all rows; see `Sequential.predict`."""
    batch_size = positive_int(batch_size, "predict argument batch_size")
    x, _, mask = _check(model, "predict", x, None, mask)
    parts = [
        model(
            x[start : start + batch_size],
            mask=None if mask is None else mask[start : start + batch_size],
        )
        for start in range(0, len(x), batch_size)
    ]
    if isinstance(parts[0], tuple):
        raise error("several-outputs", f"{model.name}.predict", "return_state=True")
    return np.concatenate(parts)


def _check(model, verb, x, y, mask):
    """Return x, y and mask as arrays with one row for each sequence."""
    if verb != "predict" and getattr(model, "loss", None) is None:
        raise error("not-compiled", f"{model.name}.{verb}", "no loss")
    named = {"x": x, "y": y, "mask": mask}
    place = f"{model.name}.{verb}"
    arrays = [None if a is None else as_array(a, f"{place} {name}") for name, a in named.items()]
    rows = {
        name: len(a) if a.ndim else 0
        for name, a in zip(named, arrays, strict=True)
        if a is not None
    }
    if (
        0 in rows.values()
        or len(set(rows.values())) > 1
        or x is None
        or (y is None and verb != "predict")
    ):
        raise error("rows", f"{model.name}.{verb}", rows)
    return arrays


def _rows(arrays, rows):
    return [None if array is None else array[rows] for array in arrays]


def _verbosity(verbose):
    if not isinstance(verbose, (str, int)) or verbose not in ("auto", 0, 1, 2):
        raise error("verbose", "fit argument verbose", repr(verbose))
    terminal = sys.stdout.isatty()
    return {"auto": 1 if terminal else 2, 1: 1 if terminal else 2}.get(verbose, verbose)


def _refuse_loss(model, loss):
    done, optimizer = model.history.history["loss"], model.optimizer
    place = f"{model.name}.fit epoch {len(done) + 1}, step {optimizer.iterations + 1}"
    given = f"loss {loss}; epochs before: {[round(x, 4) for x in done[-3:]]}"
    raise error("not-finite", place, given, slower=optimizer.learning_rate / 10)
