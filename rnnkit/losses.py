"""Losses by Keras' names: one number that training makes smaller, and its gradient."""

import numpy as np

from .arguments import check_methods, checked
from .errors import error, shown, unknown_name
from .shapes import as_array, flag, numbers


@check_methods
class Loss:
    """Base of the losses: a mean over everything that the mask lets count.

    Call one as ``loss(y_true, y_pred, mask=None)``.
    """

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        check_methods(cls)

    def __call__(self, y_true, y_pred, mask=None):
        """Return the loss as a float; `y_true`, `y_pred`, `mask` as for `value_and_gradient`."""
        return self.value_and_gradient(y_true, y_pred, mask)[0]

    def value_and_gradient(self, y_true, y_pred, mask=None):
        """Return the loss, and what each prediction contributes to it.

        Parameters
        ----------
        y_true : array_like
            The right answers; shape as the loss says.
        y_pred : array_like of shape (..., V)
            What the model gives, for example (B, T, V) or (B, V).
        mask : array_like of bool and shape (...), optional
            False where an answer does not count.

        Returns
        -------
        loss : float
        d_pred : ndarray of shape (..., V)

        Raises
        ------
        ValueError, TypeError
            Shapes that do not go together, classes outside 0 to V - 1, not numbers.
        """
        kind = type(self).__name__
        dtype = "float64" if getattr(y_pred, "dtype", None) == np.float64 else "float32"
        y_pred = numbers(y_pred, f"{kind} y_pred", dtype)
        if y_pred.ndim < 2:
            _refuse(f"{kind} y_pred", y_pred.shape, "(batch, ..., values)", "y_pred[None]")
        y_true = self._answers(numbers(y_true, f"{kind} y_true", dtype), y_pred)
        counts = _counts(mask, y_pred.shape[:-1], f"{kind} mask")
        with np.errstate(all="ignore"):
            each, d_each = self._each(y_true, y_pred)
        share = counts / max(counts.sum(), 1)
        loss = np.sum(np.where(counts, each, 0) * share)  # eq-mean-loss
        return float(loss), np.where(counts[..., None], d_each, 0) * share[..., None].astype(dtype)

    def _answers(self, y_true, y_pred):
        """Return the answers in the form that `_each` needs: here one number each."""
        if y_true.shape != y_pred.shape:
            place = f"{type(self).__name__} y_true"
            _refuse(place, y_true.shape, f"{y_pred.shape}, like y_pred", "y_true[..., None]")
        return y_true


class MeanSquaredError(Loss):
    """The mean of (y_true - y_pred) ** 2; y_true has the shape of y_pred."""

    def _each(self, y_true, y_pred):
        difference = y_pred - y_true
        return np.mean(difference**2, axis=-1), 2 * difference / y_pred.shape[-1]


class CategoricalCrossentropy(Loss):
    """-sum(y_true * log softmax(y_pred)); y_true holds probabilities, one-hot for instance.

    Parameters
    ----------
    from_logits : bool
        Must be True: y_pred are numbers before any softmax, so that no log(0) can happen.
        (Keras' own default is False.)

    Raises
    ------
    ValueError
        from_logits=False.
    """

    def __init__(self, from_logits=False):
        kind = type(self).__name__
        if not flag(from_logits, f"{kind} argument from_logits"):
            raise error("logits", kind, "from_logits=False", loss=kind)

    def _each(self, y_true, y_pred):
        shifted = y_pred - np.max(y_pred, axis=-1, keepdims=True)
        exps = np.exp(shifted)
        total = np.sum(exps, axis=-1, keepdims=True)
        weight = np.sum(y_true, axis=-1, keepdims=True)
        log_p = shifted - np.log(total)
        each = -np.sum(np.where(y_true == 0, 0, y_true * log_p), axis=-1)  # eq-cross-entropy
        return each, weight * exps / total - y_true  # eq-logits-back


class SparseCategoricalCrossentropy(CategoricalCrossentropy):
    """The same for y_true given as class numbers: shape (...) for y_pred (..., V)."""

    def _answers(self, y_true, y_pred):
        place, classes = f"{type(self).__name__} y_true", y_pred.shape[-1]
        if y_true.shape != y_pred.shape[:-1]:
            fix = "y_true.argmax(axis=-1)" if y_true.shape == y_pred.shape else "y_true[..., 0]"
            _refuse(place, y_true.shape, f"{y_pred.shape[:-1]}, a class number each", fix)
        if not np.isin(y_true, np.arange(classes)).all():
            given = f"numbers from {np.min(y_true):g} to {np.max(y_true):g}"
            expected = f"whole numbers from 0 to {classes - 1}"
            _refuse(place, given, expected, f"Dense({int(np.nanmax(y_true)) + 1})")
        return np.eye(classes, dtype=y_pred.dtype)[y_true.astype(int)]


@checked
def get(loss):
    """Return the loss for an object or a name.

    Raises
    ------
    ValueError
        An unknown name; a cross-entropy by name, which in Keras expects probabilities.
    TypeError
        Neither a loss nor a name.
    """
    if isinstance(loss, Loss):
        return loss
    if not isinstance(loss, str):
        raise error("not-a-loss", "compile argument loss", shown(loss))
    if loss in ("categorical_crossentropy", "sparse_categorical_crossentropy"):
        words = loss.removesuffix("_crossentropy").title().replace("_", "")
        raise error(
            "logits", "compile argument loss", f'loss="{loss}"', loss=f"{words}Crossentropy"
        )
    if loss not in ("mse", "mean_squared_error"):
        known = ["mean_squared_error", "mse"]
        raise unknown_name("compile argument loss", loss, known, fix='loss="{}"')
    return MeanSquaredError()


def _counts(mask, shape, place):
    counts = np.ones(shape, bool) if mask is None else as_array(mask, place)
    if counts.shape != shape or not np.isin(counts, (0, 1)).all():
        given = counts.shape if counts.shape != shape else "numbers other than 0 and 1"
        _refuse(place, given, f"{shape}, True where an answer counts", f"np.ones({shape}, bool)")
    return counts.astype(bool)


def _refuse(place, given, expected, fix):
    raise error("unlike-prediction", place, given, expected=expected, fix=fix)
