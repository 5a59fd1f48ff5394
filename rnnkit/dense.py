"""`Dense`: the layer that turns a state into an answer."""

import numpy as np

from . import activations, initializers, shapes
from .base import Layer
from .derivatives import activation_backward
from .gradients import Cache, Gradients, check_backward


class Dense(Layer):
    """activation(x W + b) along the last axis: on (B, T, D) it acts on every time step alike.

    Parameters
    ----------
    units : int
        Width of the output.
    activation : str, callable or None
    use_bias : bool
    kernel_initializer, bias_initializer : str or callable

    Notes
    -----
    Weights in order: kernel (D, units), bias (units,).
    """

    def __init__(
        self,
        units,
        activation=None,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        **kwargs,
    ):
        super().__init__(**kwargs)
        self._set(shapes.positive_int, units=units)
        self._set(activations.get, activation=activation)
        self._set(shapes.flag, use_bias=use_bias)
        self._set(
            initializers.get,
            kernel_initializer=kernel_initializer,
            bias_initializer=bias_initializer,
        )

    def build(self, input_shape):
        """Create kernel and bias for inputs (..., D) of two or more axes."""
        features = shapes.input_shape(input_shape, f"{self.kind}.build", axes=None)[-1]
        if not self._must_build(features):
            return
        rng = self._rng()
        self._add_weight("kernel", (features, self.units), self.kernel_initializer, rng)
        if self.use_bias:
            self._add_weight("bias", (self.units,), self.bias_initializer, rng)
        self.built = True

    def compute_output_shape(self, input_shape):
        """Return the input's shape with `units` in the place of D."""
        shape = shapes.input_shape(input_shape, f"{self.kind} input_shape", axes=None)
        return (*shape[:-1], self.units)

    def forward(self, inputs, mask=None, training=False):
        """Transform the last axis, and keep what `backward` needs; a call returns the output alone.

        Parameters
        ----------
        inputs : array_like of shape (B, D), (B, T, D) or more axes
        mask, training
            Change nothing here; a `Sequential` hands them to every layer.

        Returns
        -------
        output : ndarray of shape (..., units)
        cache : Cache

        Raises
        ------
        ValueError, TypeError
            Fewer than two axes, another D, not numbers.
        """
        x = shapes.vectors(inputs, f"{self.kind} input x", self.dtype, self.features)
        self.build(x.shape)
        with np.errstate(all="ignore"):
            z = x @ self._weights["kernel"]
            z = z + self._weights["bias"] if self.use_bias else z  # eq-logits
            output = self.activation(z)
        return output, Cache(self, output.shape, (x, z))

    def backward(self, d_output, cache):
        """Go back through `forward`.

        Parameters
        ----------
        d_output : array_like with the output's shape
        cache : Cache

        Returns
        -------
        Gradients
            ``inputs`` like the input, ``weights`` like `get_weights`.

        Raises
        ------
        ValueError, TypeError
            Another cache or another shape.
        """
        d_output = check_backward(self, d_output, cache)
        x, z = cache.kept
        with np.errstate(all="ignore"):
            d_z = activation_backward(self.activation, d_output, z, self.activation(z))
            rows, d_rows = x.reshape(-1, x.shape[-1]), d_z.reshape(-1, self.units)
            d_weights = [rows.T @ d_rows, d_rows.sum(axis=0)]
            return Gradients(d_z @ self._weights["kernel"].T, d_weights[: 1 + self.use_bias])
