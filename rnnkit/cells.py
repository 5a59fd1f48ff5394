"""Cells: one time step with its weights, called with an input and the states before it."""

import numpy as np

from . import activations, initializers, shapes, steps
from .base import Layer, weight
from .states import check_states, copy_states, zero_states


class OneStep(Layer):
    """What a cell and a stack of cells share: they are called with one time step."""

    def get_initial_state(self, batch_size):
        """Return a list of zero states of shape (B, H)."""
        place = f"{self.kind}.get_initial_state argument batch_size"
        return zero_states(self.state_sizes, shapes.positive_int(batch_size, place, 0), self.dtype)

    def __call__(self, inputs, states, training=False):
        """Check, build when needed, and advance by one step.

        Parameters
        ----------
        inputs : array_like of shape (B, D)
        states : list of array_like of shape (B, H)
            A cell with one state also takes the array alone, and then returns it alone. A stack
            takes one list for each cell.
        training : bool
            Apply dropout.

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
        training = shapes.flag(training, f"{self.kind} input training")
        self.build(x.shape)
        with np.errstate(all="ignore"):  # NaN and infinity travel, as in the plain formula
            output, new = self.call(x, old, self.draw_dropout(len(x)) if training else None)
        alone = not isinstance(states, (list, tuple)) and not isinstance(new[0], list)
        return output.copy(), new[0].copy() if alone else copy_states(new)


class Cell(OneStep):
    """One time step with its weights; `SimpleRNNCell`, `GRUCell` and `LSTMCell` derive from it.

    A cell is called with an input (B, D) and the list of its states, each (B, H),
    and returns the output (B, H) and the list of new states. `RNN` runs it over a sequence.

    Parameters
    ----------
    units : int
        H, the width of the state.
    activation : str or callable
    use_bias : bool
    kernel_initializer, recurrent_initializer, bias_initializer : str or callable
    dropout, recurrent_dropout : float
        Part of the input, and of the state, that training hides.
    name, dtype, seed
        As in `Layer`.
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
        dropout=0.0,
        recurrent_dropout=0.0,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self._set(shapes.positive_int, units=units)
        self._set(activations.get, activation=activation)
        self._set(shapes.flag, use_bias=use_bias)
        self._set(
            initializers.get,
            kernel_initializer=kernel_initializer,
            recurrent_initializer=recurrent_initializer,
            bias_initializer=bias_initializer,
        )
        self._set(shapes.rate, dropout=dropout, recurrent_dropout=recurrent_dropout)
        self.output_size = self.units
        self.renew_dropout()

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

    def check_features(self, features, seen):
        """Refuse a D that this cell was built for otherwise, before any weight is made.

        Parameters
        ----------
        features : int
        seen : dict
            D of the cells further down, by their id: a cell may stand twice in a stack.
        """
        if seen.setdefault(id(self), features) != features:
            self._refuse_features(features, seen[id(self)])
        self._must_build(features)

    def _bias_shape(self):
        return (self.blocks * self.units,)

    def _initial_bias(self, shape, rng):
        return self.bias_initializer(shape, rng)

    kernel = weight("kernel", "W, the weights of the input, shape (D, kH); None before `build`.")
    recurrent_kernel = weight(
        "recurrent_kernel", "U, the weights of the state, shape (H, kH); None before `build`."
    )
    bias = weight("bias", "b; None before `build` and without bias.")

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

    def renew_dropout(self):
        """Draw dropout from the beginning of the seed's stream again."""
        self._dropout_rng = np.random.default_rng(None if self.seed is None else [self.seed, 1])

    def draw_dropout(self, batch_size):
        """Return what training hides of one batch, the same at every time step.

        Parameters
        ----------
        batch_size : int

        Returns
        -------
        list or None
            Two arrays of 0 and 1 / (1 - rate), for x (B, D) and for h (B, H), each 1.0 where its
            rate is 0; one mask for all gates. None without dropout.

        References
        ----------
        Gal & Ghahramani (2016), tied weights.
        """
        sizes = ((self.dropout, self.features), (self.recurrent_dropout, self.units))
        if not any(rate for rate, _ in sizes):
            return None
        return [self._draw(rate, (batch_size, size)) for rate, size in sizes]

    def _draw(self, rate, shape):
        if not rate:
            return 1.0
        kept = self._dropout_rng.random(shape) >= rate
        return (kept / (1 - rate)).astype(self.dtype)

    def backward(self, d_output, d_states, x, states, dropout=None):
        """Go back through `call`.

        Parameters
        ----------
        d_output : ndarray of shape (B, H)
            dL/d of the output.
        d_states : list of ndarrays of shape (B, H)
            dL/d of the new states, without what passes through the output.
        x, states, dropout
            What `call` was given.

        Returns
        -------
        d_x : ndarray of shape (B, D)
        d_states : list of ndarrays of shape (B, H)
        d_weights : list of ndarrays, like `get_weights`
        """
        x_mask, h_mask = dropout or (1.0, 1.0)
        d_h = d_output + d_states[0]  # eq-two-ways-back
        d_x, d_states, d_weights = self._step_backward(
            [d_h, *d_states[1:]], x * x_mask, states, h_mask
        )
        return d_x * x_mask, d_states, d_weights[: 2 + self.use_bias]

    def call(self, x, states, dropout=None):
        """Advance by one step without checks.

        Parameters
        ----------
        x : ndarray of shape (B, D)
        states : list of ndarrays of shape (B, H)
        dropout : list, optional
            From `draw_dropout`.

        Returns
        -------
        output : ndarray of shape (B, H)
        states : list of ndarrays of shape (B, H)
        """
        x_mask, h_mask = dropout or (1.0, 1.0)
        new = self._step(x if dropout is None else x * x_mask, states, h_mask)
        return new[0], new


class SimpleRNNCell(Cell):
    """h = tanh(x W + h U + b); see `simple_rnn_step`."""

    def _step(self, x, states, h_mask):
        h = states[0] * h_mask
        return [steps.simple_rnn_step(x, h, *self._step_weights(), self.activation)]

    def _step_backward(self, d_states, x, states, h_mask):
        h = states[0] * h_mask
        d_x, d_h, *d_weights = steps.simple_rnn_step_backward(
            d_states[0], x, h, *self._step_weights(), self.activation
        )
        return d_x, [d_h * h_mask], d_weights


class GatedCell(Cell):
    """A cell with gates, and so with a second activation function.

    Parameters
    ----------
    units, activation, use_bias, and all that is not named here
        As in `Cell`.
    recurrent_activation : str or callable
        Of the gates.
    """

    def __init__(
        self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True, **kwargs
    ):
        super().__init__(units, activation, use_bias, **kwargs)
        self._set(activations.get, recurrent_activation=recurrent_activation)

    def _activations(self):
        return self.activation, self.recurrent_activation


class GRUCell(GatedCell):
    """Gated recurrent unit; see `gru_step` and, for reset_after=False, `gru_step_reset_before`.

    Parameters
    ----------
    units, and all that is not named here
        As in `GatedCell`.
    reset_after : bool
        Apply the reset gate after the product with the recurrent kernel.
    """

    blocks = 3

    def __init__(self, units, *args, reset_after=True, **kwargs):
        super().__init__(units, *args, **kwargs)
        self._set(shapes.flag, reset_after=reset_after)

    def _bias_shape(self):
        width = self.blocks * self.units
        return (2, width) if self.reset_after else (width,)

    def _step(self, x, states, h_mask):
        step = steps.gru_step if self.reset_after else steps.gru_step_reset_before
        return [step(x, *states, *self._step_weights(), *self._activations(), h_mask)]

    def _step_backward(self, d_states, x, states, h_mask):
        step = steps.gru_step_backward if self.reset_after else steps.gru_step_reset_before_backward
        d_x, d_h, *d_weights = step(
            *d_states, x, *states, *self._step_weights(), *self._activations(), h_mask
        )
        return d_x, [d_h], d_weights


class LSTMCell(GatedCell):
    """Long short-term memory; see `lstm_step`. Its two states are h and c.

    Parameters
    ----------
    units, and all that is not named here
        As in `GatedCell`.
    unit_forget_bias : bool
        Start with a forget bias of 1.
    """

    blocks = 4

    def __init__(self, units, *args, unit_forget_bias=True, **kwargs):
        super().__init__(units, *args, **kwargs)
        self._set(shapes.flag, unit_forget_bias=unit_forget_bias)

    @property
    def state_sizes(self):
        """H for the hidden state h and H for the cell state c."""
        return [self.units, self.units]

    def _initial_bias(self, shape, rng):
        bias = np.array(self.bias_initializer(shape, rng))
        if self.unit_forget_bias:
            bias[self.units : 2 * self.units] = 1  # an open forget gate: the state is kept at first
        return bias

    def _step(self, x, states, h_mask):
        h, c = states
        return list(steps.lstm_step(x, h * h_mask, c, *self._step_weights(), *self._activations()))

    def _step_backward(self, d_states, x, states, h_mask):
        h, c = states
        d_x, d_h, d_c, *d_weights = steps.lstm_step_backward(
            *d_states, x, h * h_mask, c, *self._step_weights(), *self._activations()
        )
        return d_x, [d_h * h_mask, d_c], d_weights
