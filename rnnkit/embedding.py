"""`Embedding` and `Masking`: layers below a recurrent one, which say what is padding."""

import numpy as np

from . import initializers, shapes
from .base import Layer, weight
from .errors import error
from .gradients import Cache, Gradients, check_backward


class Embedding(Layer):
    """Look up a vector for each index: like a one-hot vector times a matrix, without the zeros.

    Parameters
    ----------
    input_dim : int
        V, the number of indices: 0 to V - 1.
    output_dim : int
        D, the width of one vector.
    embeddings_initializer : str or callable
    mask_zero : bool
        Index 0 is padding: the steps where it stands are masked.

    Notes
    -----
    Weights: embeddings (V, D).

    Examples
    --------
    >>> Embedding(4, 3, mask_zero=True, seed=0)([[1, 2, 0], [3, 0, 0]]).shape
    (2, 3, 3)
    """

    def __init__(
        self,
        input_dim,
        output_dim,
        embeddings_initializer="uniform",
        mask_zero=False,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self._set(shapes.positive_int, input_dim=input_dim, output_dim=output_dim)
        self._set(initializers.get, embeddings_initializer=embeddings_initializer)
        self._set(shapes.flag, mask_zero=mask_zero)

    embeddings = weight("embeddings", "The vectors, shape (V, D); None before `build`.")

    def build(self, input_shape=None):
        """Create the vectors; their size does not depend on the input's shape."""
        if not self.built:
            shape = (self.input_dim, self.output_dim)
            self._add_weight("embeddings", shape, self.embeddings_initializer, self._rng())
            self.built = True

    def compute_output_shape(self, input_shape):
        """Return (B, T, D) for (B, T)."""
        options = {"axes": 2, "features": False, "fix": "Input((5,))"}
        shape = shapes.input_shape(input_shape, f"{self.kind} input_shape", **options)
        return (*shape, self.output_dim)

    def compute_mask(self, inputs, mask=None):
        """Return (B, T), False where `inputs` is 0, with mask_zero; else None, whatever `mask`."""
        return self.check(inputs) != 0 if self.mask_zero else None

    def forward(self, inputs, mask=None, training=False):
        """Look up, and keep what `backward` needs; a call returns the output alone.

        Parameters
        ----------
        inputs : array_like of int and shape (B, T)
        mask, training
            Change nothing here; a `Sequential` hands them to every layer.

        Returns
        -------
        output : ndarray of shape (B, T, D)
        cache : Cache

        Raises
        ------
        ValueError, TypeError
            Not (B, T), not whole numbers, an index outside 0 to V - 1.
        """
        indices = self.check(inputs)
        self.build()
        output = self.embeddings[indices]
        return output, Cache(self, output.shape, indices)

    def backward(self, d_output, cache):
        """Go back through `forward`: each vector gathers what came back to its places.

        Parameters
        ----------
        d_output : array_like of shape (B, T, D)
        cache : Cache

        Returns
        -------
        Gradients
            ``inputs`` None, ``weights`` one array (V, D).

        Raises
        ------
        ValueError, TypeError
            Another cache or another shape.
        """
        d_output = check_backward(self, d_output, cache)
        d_embeddings = np.zeros_like(self.embeddings)
        np.add.at(d_embeddings, cache.kept, d_output)
        return Gradients(None, [d_embeddings])

    def check(self, inputs):
        """Return the indices as a new int array of shape (B, T), or explain what is wrong."""
        place = f"{self.kind} input x"
        given = shapes.numbers(inputs, place, "float64")
        whole = np.all(np.isfinite(given)) and np.all(given == np.floor(given))
        good = whole and np.all((given >= 0) & (given < self.input_dim))
        if given.ndim == 2 and good:
            return given.astype(int)
        if given.ndim != 2:
            fix = "x.argmax(axis=-1)  # indices of one-hot vectors"
            fix = fix if given.ndim == 3 else "np.array([[1, 2, 0]])"
            raise error("axes", place, given.shape, expected="(batch, time) of indices", fix=fix)
        fix = "np.array([[1, 2, 0]])"
        if whole and given.min() >= 0:
            fix = f"Embedding({int(given.max()) + 1}, {self.output_dim})"
        span = f"numbers from {given.min():g} to {given.max():g}"
        raise error("indices", place, span, last=self.input_dim - 1, fix=fix)


class Masking(Layer):
    """Mark as padding every step whose features all equal one value.

    Parameters
    ----------
    mask_value : float

    Notes
    -----
    Has no weights. Masked steps come out as zeros.
    """

    def __init__(self, mask_value=0.0, **kwargs):
        super().__init__(**kwargs)
        place = "Masking argument mask_value"
        value = shapes.numbers(mask_value, place, "float64")
        if value.ndim:
            words = {"limits": "for all features", "name": "mask_value", "example": 0.0}
            raise error("out-of-range", place, f"an array {value.shape}", **words)
        self.mask_value = float(value)

    def build(self, input_shape=None):
        """Make nothing: there are no weights."""
        self.built = True

    def compute_output_shape(self, input_shape):
        """Return the input's shape."""
        return shapes.input_shape(input_shape, f"{self.kind} input_shape")

    def compute_mask(self, inputs, mask=None):
        """Return (B, T), False where all features equal the mask value."""
        x = shapes.sequences(inputs, f"{self.kind} input x", self.dtype)
        return np.any(x != np.asarray(self.mask_value, self.dtype), axis=-1)

    def forward(self, inputs, mask=None, training=False):
        """Return the input with zeros at the masked steps, and what `backward` needs.

        Parameters
        ----------
        inputs : array_like of shape (B, T, D)
        mask, training
            Change nothing here; a `Sequential` hands them to every layer.

        Returns
        -------
        output : ndarray of shape (B, T, D)
        cache : Cache

        Raises
        ------
        ValueError, TypeError
            Not (B, T, D), not numbers.
        """
        x = shapes.sequences(inputs, f"{self.kind} input x", self.dtype)
        counts = self.compute_mask(x)[..., None]
        self.build()
        return np.where(counts, x, np.zeros_like(x)), Cache(self, x.shape, counts)

    def backward(self, d_output, cache):
        """Return the gradient of the input: zeros at the masked steps.

        Parameters
        ----------
        d_output : array_like of shape (B, T, D)
        cache : Cache

        Returns
        -------
        Gradients
            ``inputs`` (B, T, D), no weights.

        Raises
        ------
        ValueError, TypeError
            Another cache or another shape.
        """
        d_output = check_backward(self, d_output, cache)
        return Gradients(np.where(cache.kept, d_output, np.zeros_like(d_output)), [])
