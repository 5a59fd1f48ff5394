"""Layers over sequences of shape (B, T, D): `RNN`, `SimpleRNN`, `GRU`, `LSTM`."""

import numpy as np

from . import shapes
from .base import Layer, argument_names, refuse_unknown
from .cells import Cell, GRUCell, LSTMCell, SimpleRNNCell
from .errors import explain
from .returned import Returned
from .stacks import StackedRNNCells
from .states import check_states


class RNN(Layer):
    """Run a cell over the time axis.

    Parameters
    ----------
    cell : SimpleRNNCell, GRUCell, LSTMCell, StackedRNNCells or list of cells
        A list is stacked.
    return_sequences : bool
        Return the output of every time step (B, T, H) instead of the last one (B, H).
    return_state : bool
        Return the states after the last step too: ``output, *states``.
    go_backwards : bool
        Read the sequence from its end; with return_sequences the outputs stay in that order.
    """

    def __init__(
        self, cell, return_sequences=False, return_state=False, *, go_backwards=False, **kwargs
    ):
        cell = StackedRNNCells(cell) if isinstance(cell, (list, tuple)) else cell
        _check_cell(cell)
        super().__init__(dtype=kwargs.pop("dtype", cell.dtype), **kwargs)
        self.cell = cell
        self.return_sequences = bool(return_sequences)
        self.return_state = bool(return_state)
        self.go_backwards = bool(go_backwards)

    @property
    def units(self):
        """H, the width of one output: neither T nor D."""
        return self.cell.output_size

    @property
    def state_size(self):
        """A list with one H for each state; nested for a stack."""
        size = self.cell.state_size
        return size if isinstance(size, list) else [size]

    @property
    def features(self):
        """D, or None while the layer is not built."""
        return self.cell.features

    def build(self, input_shape):
        """Create the cell's weights for sequences (B, T, D); B and T may be None."""
        batch, _, features = shapes.input_shape(input_shape, f"{self.kind}.build")
        self.cell.build((batch, features))
        self.built = True

    def named_weights(self):
        """Return the cell's arrays by name, in Keras' order."""
        return self.cell.named_weights()

    def get_initial_state(self, batch_size):
        """Return zero states, nested like `state_size`."""
        return self.cell.get_initial_state(batch_size)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output, or with return_state a tuple of it and the states'."""
        batch, time, _ = shapes.input_shape(input_shape, f"{self.kind} input_shape")
        H = self.cell.output_size
        output = (batch, time, H) if self.return_sequences else (batch, H)
        return (
            (output, *_state_shapes(self.cell.state_sizes, batch)) if self.return_state else output
        )

    def __call__(self, sequences, initial_state=None):
        """Check, build when needed, and run over all T time steps.

        Parameters
        ----------
        sequences : array_like of shape (B, T, D)
        initial_state : array_like or list, optional
            One (B, H) for each state of the cell; zeros when omitted.

        Returns
        -------
        output : ndarray of shape (B, T, H) with return_sequences, else (B, H)
        *states : ndarrays of shape (B, H)
            Only with return_state: h, for an LSTM also c; for a stack one list for each cell.

        Raises
        ------
        ValueError, TypeError
            What is not (B, T, D), another D, missing or extra states, another batch or width.
        """
        x = shapes.sequences(sequences, f"{self.kind} input x", self.dtype, self.features)
        states = self._first_states(initial_state, x.shape[0])
        self.build(x.shape)
        outputs, states = self._run(x, states)
        output = np.stack(outputs, axis=1) if self.return_sequences else outputs[-1].copy()
        return Returned((output, *states), self.kind) if self.return_state else output

    def _first_states(self, initial_state, batch):
        if initial_state is None:
            return self.get_initial_state(batch)
        place = f"{self.kind} initial_state"
        return check_states(initial_state, self.cell.state_sizes, batch, place, self.dtype)

    def _run(self, x, states):
        outputs = []
        time = range(x.shape[1])
        with np.errstate(all="ignore"):  # NaN and infinity travel, as in the plain formula
            for t in reversed(time) if self.go_backwards else time:
                output, states = self.cell.call(x[:, t], states)
                outputs.append(output)
        return outputs, states


class _Recurrent(RNN):
    """An RNN that makes its own cell, of the class in `cell_type`."""

    cell_type = Cell

    def __init__(
        self,
        *args,
        return_sequences=False,
        return_state=False,
        go_backwards=False,
        name=None,
        **kwargs,
    ):
        kind = type(self).__name__
        known = (argument_names(self.cell_type) | argument_names(RNN)) - {"cell"}
        refuse_unknown(kind, known, kwargs)
        cell = self.cell_type(*args, kind=kind, **kwargs)
        super().__init__(cell, return_sequences, return_state, go_backwards=go_backwards, name=name)


class SimpleRNN(_Recurrent):
    """Fully connected recurrence, h = tanh(x W + h U + b) at every time step.

    Parameters
    ----------
    units : int
        H, the width of the state.
    activation : str or callable
    use_bias : bool
    kernel_initializer, recurrent_initializer, bias_initializer : str or callable
    return_sequences, return_state, go_backwards : bool
        As in `RNN`.
    seed : int, optional
    name : str, optional
    dtype : {"float32", "float64"}

    Weights in order: kernel (D, H), recurrent kernel (H, H), bias (H,).

    Examples
    --------
    >>> SimpleRNN(2, seed=0)(np.ones((3, 5, 4))).shape
    (3, 2)

    References: Elman (1990); names and defaults: Keras 3.
    """

    cell_type = SimpleRNNCell

    def __init__(self, units, activation="tanh", use_bias=True, **kwargs):
        super().__init__(units, activation, use_bias, **kwargs)


class GRU(_Recurrent):
    """Gated recurrent unit: an update gate z and a reset gate r around one state.

    Parameters
    ----------
    units, activation, use_bias, return_sequences, return_state, go_backwards, seed, name, dtype
        As in `SimpleRNN`.
    recurrent_activation : str or callable
        Of the gates.
    reset_after : bool
        Apply the reset gate after the product with the recurrent kernel (Keras' default),
        with one bias for x and one for h; False is the form of the original paper.

    Weights in order: kernel (D, 3H), recurrent kernel (H, 3H), bias (2, 3H), or (3H,) with
    reset_after=False. Gate blocks z, r, h.

    References: Cho et al. (2014); names and defaults: Keras 3.
    """

    cell_type = GRUCell

    def __init__(
        self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True, **kwargs
    ):
        super().__init__(units, activation, recurrent_activation, use_bias, **kwargs)


class LSTM(_Recurrent):
    """Long short-term memory: input, forget and output gate around a cell state c.

    Parameters
    ----------
    units, activation, use_bias, return_sequences, return_state, go_backwards, seed, name, dtype
        As in `SimpleRNN`.
    recurrent_activation : str or callable
        Of the gates.
    unit_forget_bias : bool
        Start with a forget bias of 1.

    Weights in order: kernel (D, 4H), recurrent kernel (H, 4H), bias (4H,). Gate blocks i, f, c, o.

    References: Hochreiter & Schmidhuber (1997); Gers et al. (2000); names and defaults: Keras 3.
    """

    cell_type = LSTMCell

    def __init__(
        self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True, **kwargs
    ):
        super().__init__(units, activation, recurrent_activation, use_bias, **kwargs)


def _state_shapes(sizes, batch):
    """Return (B, H) for each H; a list of them for a cell inside a stack."""
    return [
        _state_shapes(size, batch) if isinstance(size, list) else (batch, size) for size in sizes
    ]


def _check_cell(cell):
    if isinstance(cell, (Cell, StackedRNNCells)):
        return
    raise TypeError(
        explain(
            "RNN argument cell",
            "not a cell",
            "셀이 아닙니다.",
            given=repr(cell)[:60],
            expected="a SimpleRNNCell, GRUCell, LSTMCell, StackedRNNCells or a list of cells",
            fix="RNN(SimpleRNNCell(2))",
        )
    )
