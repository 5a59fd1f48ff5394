"""The training loop of a `Sequential`."""

import sys

import numpy as np

from . import losses, optimizers
from .base import Weighted, check_seed
from .errors import error, shown
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

    def show_batch(self, share, loss):
        """Move the bar of a terminal to a share between 0 and 1."""
        if self.verbose == 1:
            bar = "━" * int(30 * share)
            print(f"\r{self._epoch(0)} {bar:<30} loss: {loss:.4f}", end="", flush=True)

    def end_epoch(self, loss):
        """Note the epoch's loss, and show it."""
        self.history["loss"].append(loss)
        start = "\r\033[K" if self.verbose == 1 else ""
        if self.verbose:
            print(f"{start}{self._epoch(-1)} - loss: {loss:.4f}", flush=True)

    def _epoch(self, more):
        return f"Epoch {len(self.history['loss']) + 1 + more}/{self.epochs}"


class Trainable(Weighted):
    """What a model learns with: `compile`, `fit`, `evaluate` and `predict`."""

    def compile(self, optimizer="rmsprop", loss=None):
        """Choose how to learn.

        Parameters
        ----------
        optimizer : Optimizer or str
            "sgd", "rmsprop" or "adam" with Keras' defaults, or an object of `rnnkit.optimizers`.
        loss : Loss or str
            An object of `rnnkit.losses`, or "mean_squared_error".

        Raises
        ------
        ValueError, TypeError
            An unknown name, or another object.
        """
        self.optimizer, self.loss = optimizers.get(optimizer), losses.get(loss)

    def fit(
        self,
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
        """Learn from sequences and their answers.

        Parameters
        ----------
        x : array_like of shape (N, T, D), or (N, T) below an Embedding
        y : array_like
            As the loss takes it, one row for each row of x.
        batch_size, epochs : int
        verbose : {"auto", 0, 1, 2}
            Nothing (0), a bar on a terminal (1), or a line for each epoch (2).
        shuffle : bool
            Draw a new order in each epoch. Stateful layers need False.
        mask : array_like of bool and shape (N, T), optional
        seed : int, optional
            Of the order.
        truncate : int, optional
            As in `RNN.backward`.

        Returns
        -------
        History
            ``history.history["loss"]`` has one float for each epoch. While it runs, and after
            Ctrl-C, it is also ``model.history``.

        Raises
        ------
        ValueError, TypeError
            Not compiled, rows that do not pair up, what a layer or the loss refuses; a loss that
            is no finite number (the weights stay as before that step).
        """
        batch_size = positive_int(batch_size, "fit argument batch_size")
        epochs = positive_int(epochs, "fit argument epochs")
        arrays = _check(self, "fit", x, y, mask)
        rng = np.random.default_rng(check_seed(seed, "fit argument seed"))
        shuffle = flag(shuffle, "fit argument shuffle")
        self.history, count = History(epochs, _verbosity(verbose)), len(arrays[0])
        for _ in range(epochs):
            order, total, done = rng.permutation(count) if shuffle else np.arange(count), 0, 0
            for batch in _batches(arrays, order, batch_size):
                total += _step(self, *batch, truncate) * len(batch[0])
                done += len(batch[0])
                self.history.show_batch(done / count, total / done)
            self.history.end_epoch(total / count)
        return self.history

    def evaluate(self, x, y, batch_size=32, mask=None):
        """Return the loss, a float, without learning.

        Parameters
        ----------
        x, y, batch_size, mask
            As for `fit`.

        Raises
        ------
        ValueError, TypeError
            As `fit`.
        """
        batch_size = positive_int(batch_size, "evaluate argument batch_size")
        arrays, total = _check(self, "evaluate", x, y, mask), 0
        for x, y, mask in _batches(arrays, np.arange(len(arrays[0])), batch_size):
            output, cache = self.forward(x, mask=mask)
            total += self.loss(y, output, cache.mask) * len(x)
        return total / len(arrays[0])

    def predict(self, x, batch_size=32, mask=None):
        """Return the outputs for all rows of x, computed batch by batch.

        Parameters
        ----------
        x : array_like of shape (N, T, D), or (N, T) below an Embedding
        batch_size : int
        mask : array_like of bool and shape (N, T), optional

        Returns
        -------
        ndarray of shape (N, ...)

        Raises
        ------
        ValueError, TypeError
            What a layer refuses.
        """
        batch_size = positive_int(batch_size, "predict argument batch_size")
        arrays = _check(self, "predict", x, None, mask)
        batches = _batches(arrays, np.arange(len(arrays[0])), batch_size)
        parts = [self(x, mask=mask) for x, _, mask in batches]
        if isinstance(parts[0], tuple):
            raise error("several-outputs", f"{self.name}.predict", "return_state=True")
        return np.concatenate(parts)


def _step(model, x, y, mask, truncate):
    """Change the weights by one batch; return its loss before that."""
    output, cache = model.forward(x, mask=mask, training=True)
    loss, d_output = model.loss.value_and_gradient(y, output, cache.mask)
    gradients = model.backward(d_output, cache, truncate=truncate).weights
    if not np.isfinite(loss) or not all(np.isfinite(g).all() for g in gradients):
        _refuse_loss(model, loss)
    model.optimizer.apply(gradients, list(model.named_weights().values()))
    return loss


def _check(model, verb, x, y, mask):
    """Return x, y and mask as arrays with one row for each sequence."""
    if verb != "predict" and getattr(model, "loss", None) is None:
        raise error("not-compiled", f"{model.name}.{verb}", "no loss")
    named, place = {"x": x, "y": y, "mask": mask}, f"{model.name}.{verb}"
    arrays = {name: as_array(a, f"{place} {name}") for name, a in named.items() if a is not None}
    rows = {name: len(a) if a.ndim else 0 for name, a in arrays.items()}
    missing = x is None or (y is None and verb != "predict")
    if missing or 0 in rows.values() or len(set(rows.values())) > 1:
        raise error("rows", place, rows)
    return [arrays.get(name) for name in named]


def _batches(arrays, order, size):
    """Give the rows of several arrays in this order, batch by batch."""
    for start in range(0, len(order), size):
        rows = order[start : start + size]
        yield [None if array is None else array[rows] for array in arrays]


def _verbosity(verbose):
    if not isinstance(verbose, (str, int)) or verbose not in ("auto", 0, 1, 2):
        raise error("verbose", "fit argument verbose", shown(verbose))
    terminal = sys.stdout.isatty()
    return {"auto": 1 if terminal else 2, 1: 1 if terminal else 2}.get(verbose, verbose)


def _refuse_loss(model, loss):
    done, optimizer = model.history.history["loss"], model.optimizer
    place = f"{model.name}.fit epoch {len(done) + 1}, step {optimizer.iterations + 1}"
    given = f"loss {loss}; epochs before: {[round(x, 4) for x in done[-3:]]}"
    raise error("not-finite", place, given, slower=optimizer.learning_rate / 10)
