"""Cells: one time step with its weights, called with an input and the states before it."""

import numpy as np

from . import activations, shapes
from .base import Layer
from .states import check_states, zero_states
from .steps import gru_step, gru_step_reset_before, lstm_step, simple_rnn_step


class Cell(Layer):
    """One time step with its weights; `SimpleRNNCell`, `GRUCell` and `LSTMCell` derive from it.

    A cell is called with an input (B, D) and the list of its states, each (B, H),
    and returns the output (B, H) and the list of new states. `RNN` runs it over a sequence.
    """

    blocks = 1

    def __init__(
        self,
        units,
        activation="tanh",
        use_bias=True,
        kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal",
        bias_initializer="zeros",
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.units = shapes.positive_int(units, f"{self.kind} argument units")
        self.activation = activations.get(activation, f"{self.kind} argument activation")
        self.use_bias = bool(use_bias)
        self.kernel_initializer = self._initializer(kernel_initializer, "kernel_initializer")
        self.recurrent_initializer = self._initializer(
            recurrent_initializer, "recurrent_initializer"
        )
        self.bias_initializer = self._initializer(bias_initializer, "bias_initializer")
        self.output_size = self.units

    def build(self, input_shape):
        """Create kernel (D, kH), recurrent kernel (H, kH) and bias for inputs (B, D)."""
        features = shapes.input_shape(input_shape, f"{self.kind}.build", axes=2)[-1]
        if not self._must_build(features):
            return
        rng, width = self._rng(), self.blocks * self.units
        self._add_weight("kernel", (features, width), self.kernel_initializer, rng)
        self._add_weight("recurrent_kernel", (self.units, width), self.recurrent_initializer, rng)
        if self.use_bias:
            self._add_weight("bias", self._bias_shape(), self._initial_bias, rng)
        self.built = True

    def _bias_shape(self):
        return (self.blocks * self.units,)

    def _initial_bias(self, shape, rng):
        return self.bias_initializer(shape, rng)

    @property
    def kernel(self):
        """W, the weights of the input, shape (D, kH); None before `build`."""
        return self._weights.get("kernel")

    @property
    def recurrent_kernel(self):
        """U, the weights of the state, shape (H, kH); None before `build`."""
        return self._weights.get("recurrent_kernel")

    @property
    def bias(self):
        """b; None before `build` and without bias."""
        return self._weights.get("bias")

    def _step_weights(self):
        W, U, b = self.kernel, self.recurrent_kernel, self.bias
        return W, U, np.zeros(self._bias_shape(), self.dtype) if b is None else b

    @property
    def state_sizes(self):
        """A list with one H for each state."""
        return [self.units]

    @property
    def state_size(self):
        """H for one state, a list of H for several, as in Keras."""
        sizes = self.state_sizes
        return sizes if len(sizes) > 1 else sizes[0]

    def get_initial_state(self, batch_size):
        """Return a list of zero states of shape (B, H)."""
        return zero_states(self.state_sizes, batch_size, self.dtype)

    def __call__(self, inputs, states):
        """Check, build when needed, and advance by one step.

        Parameters
        ----------
        inputs : array_like of shape (B, D)
        states : list of array_like of shape (B, H)
            A cell with one state also takes the array alone, and then returns it alone.

        Returns
        -------
        output : ndarray of shape (B, H)
        states : list of ndarrays of shape (B, H)

        Raises
        ------
        ValueError, TypeError
            A whole sequence, another D, missing or extra states, another batch or width.
        """
        x = shapes.step_input(inputs, f"{self.kind} input x", self.dtype, self.features)
        place = f"{self.kind} input states"
        old = check_states(states, self.state_sizes, x.shape[0], place, self.dtype)
        self.build(x.shape)
        output, new = self.call(x, old)
        output, new = output.copy(), [state.copy() for state in new]
        return output, new if isinstance(states, (list, tuple)) else new[0]


class SimpleRNNCell(Cell):
    """h = tanh(x W + h U + b); see `simple_rnn_step`."""

    def call(self, x, states):
        """Advance by one step without checks; states is a list of one (B, H)."""
        h = simple_rnn_step(x, states[0], *self._step_weights(), self.activation)
        return h, [h]


class GatedCell(Cell):
    """A cell with gates, and so with a second activation function."""

    def __init__(
        self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True, **kwargs
    ):
        super().__init__(units, activation, use_bias, **kwargs)
        place = f"{self.kind} argument recurrent_activation"
        self.recurrent_activation = activations.get(recurrent_activation, place)


class GRUCell(GatedCell):
    """Gated recurrent unit; see `gru_step` and, for reset_after=False, `gru_step_reset_before`."""

    blocks = 3

    def __init__(self, units, *args, reset_after=True, **kwargs):
        super().__init__(units, *args, **kwargs)
        self.reset_after = bool(reset_after)

    def _bias_shape(self):
        width = self.blocks * self.units
        return (2, width) if self.reset_after else (width,)

    def call(self, x, states):
        """Advance by one step without checks; states is a list of one (B, H)."""
        step = gru_step if self.reset_after else gru_step_reset_before
        W, U, b = self._step_weights()
        h = step(x, states[0], W, U, b, self.activation, self.recurrent_activation)
        return h, [h]


class LSTMCell(GatedCell):
    """Long short-term memory; see `lstm_step`. Its two states are h and c."""

    blocks = 4

    def __init__(self, units, *args, unit_forget_bias=True, **kwargs):
        super().__init__(units, *args, **kwargs)
        self.unit_forget_bias = bool(unit_forget_bias)

    @property
    def state_sizes(self):
        """H for the hidden state h and H for the cell state c."""
        return [self.units, self.units]

    def _initial_bias(self, shape, rng):
        bias = np.array(self.bias_initializer(shape, rng))
        if self.unit_forget_bias:
            bias[self.units : 2 * self.units] = 1  # an open forget gate: the state is kept at first
        return bias

    def call(self, x, states):
        """Advance by one step without checks; states is the list h, c of two (B, H)."""
        W, U, b = self._step_weights()
        h, c = lstm_step(x, *states, W, U, b, self.activation, self.recurrent_activation)
        return h, [h, c]
