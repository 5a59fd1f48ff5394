"""Layers over sequences of shape (B, T, D): `RNN`, `SimpleRNN`, `GRU`, `LSTM`."""

import numpy as np

from . import activations, fast, shapes
from .base import Layer, argument_names, refuse_unknown
from .bptt import backward_through_time, run_steps
from .cells import Cell, GRUCell, LSTMCell, OneStep, SimpleRNNCell
from .errors import error, shown
from .gradients import Cache, Gradients, check_backward
from .masks import check_mask
from .returned import Returned
from .stacks import StackedRNNCells
from .states import check_states, copy_states

FLAGS = "return_sequences", "return_state", "go_backwards", "stateful", "zero_output_for_mask"


class RNN(Layer):
    """Run a cell over the time axis.

    Parameters
    ----------
    cell : SimpleRNNCell, GRUCell, LSTMCell, StackedRNNCells or list of cells
        A list is stacked. Seed, float type and dropout are the cells' own.
    return_sequences : bool
        Return the output of every time step (B, T, H) instead of the last one (B, H).
    return_state : bool
        Return the states after the last step too: ``output, *states``.
    go_backwards : bool
        Read the sequence from its end; with return_sequences the outputs stay in that order.
    stateful : bool
        Start from the states in which the call before ended, until `reset_state`.
    zero_output_for_mask : bool
        The output of a masked step is zeros, instead of the output before it.

    Raises
    ------
    TypeError
        Not a cell.
    """

    def __init__(
        self,
        cell,
        return_sequences=False,
        return_state=False,
        go_backwards=False,
        stateful=False,
        zero_output_for_mask=False,
        **kwargs,
    ):
        cell = StackedRNNCells(cell) if isinstance(cell, (list, tuple)) else cell
        if not isinstance(cell, OneStep):
            raise error("not-a-cell", "RNN argument cell", shown(cell))
        super().__init__(dtype=cell.dtype, **_without_the_cells_own(cell, kwargs))
        self.cell = cell
        self._set(
            shapes.flag,
            return_sequences=return_sequences,
            return_state=return_state,
            go_backwards=go_backwards,
            stateful=stateful,
            zero_output_for_mask=zero_output_for_mask,
        )
        self._states = None

    @property
    def units(self):
        """H, the width of one output; neither T nor D."""
        return self.cell.output_size

    @property
    def state_size(self):
        """A list with one H for each state; nested for a stack."""
        size = self.cell.state_size
        return size if isinstance(size, list) else [size]

    @property
    def state_sizes(self):
        """One H for each state; one list for each cell of a stack."""
        return self.cell.state_sizes

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

    @property
    def states(self):
        """Copies of the states that a stateful layer goes on from; None before the first call."""
        return None if self._states is None else copy_states(self._states)

    def reset_state(self):
        """Forget the states of a stateful layer: the next call starts from zeros."""
        self._states = None

    def compute_output_shape(self, input_shape):
        """Return the shape of the output, or with return_state a tuple of it and the states'."""
        batch, time, _ = shapes.input_shape(input_shape, f"{self.kind} input_shape")
        H = self.cell.output_size
        output = (batch, time, H) if self.return_sequences else (batch, H)
        return (output, *_state_shapes(self.state_sizes, batch)) if self.return_state else output

    def compute_mask(self, inputs, mask=None):
        """Return the mask of the output: the input's for whole sequences, else None."""
        return mask if self.return_sequences else None

    def __call__(self, sequences, initial_state=None, mask=None, training=False):
        """Check, build when needed, and run over all T time steps.

        Parameters
        ----------
        sequences : array_like of shape (B, T, D)
        initial_state : array_like or list, optional
            One (B, H) for each state of the cell; zeros when omitted.
        mask : array_like of bool and shape (B, T), optional
            False where a step does not count: there the states stay as they are.
        training : bool
            Apply the cell's dropout.

        Returns
        -------
        output : ndarray of shape (B, T, H) with return_sequences, else (B, H)
        *states : ndarrays of shape (B, H)
            Only with return_state: h, for an LSTM also c; for a stack one list for each cell.

        Raises
        ------
        ValueError, TypeError
            What is not (B, T, D), another D, missing or extra states, another batch or width,
            a mask that is not (B, T).
        """
        return self._run(sequences, initial_state, mask, training, store=False)[0]

    def forward(self, sequences, initial_state=None, mask=None, training=False):
        """Run like a call, and keep what `backward` needs.

        Parameters
        ----------
        sequences, initial_state, mask, training
            As for a call.

        Returns
        -------
        result : ndarray or tuple
            What the call returns.
        cache : Cache
            For one `backward`; the weights must not change in between.

        Raises
        ------
        ValueError, TypeError
            As for a call.
        """
        return self._run(sequences, initial_state, mask, training, store=True)

    def backward(self, d_output, cache, d_states=None, truncate=None):
        """Go back through time: from dL/d of the results to dL/d of all that they depend on.

        Parameters
        ----------
        d_output : array_like with the output's shape, or None for zeros
        cache : Cache
            From `forward`.
        d_states : array_like or list, optional
            dL/d of the states after the last step, nested as the states; zeros when omitted.
        truncate : int, optional
            Cut the sequence in pieces of this many steps; no gradient passes from one to the
            one before it.

        Returns
        -------
        Gradients
            ``inputs`` (B, T, D), ``weights`` as in `get_weights`, ``initial_state`` nested.

        Raises
        ------
        ValueError, TypeError
            Another cache, another shape, a truncate below 1.

        References
        ----------
        Werbos (1990); truncated: Williams & Peng (1990).
        """
        d_output = check_backward(self, d_output, cache)
        if truncate is not None:
            truncate = shapes.positive_int(truncate, f"{self.kind}.backward argument truncate")
        if d_states is not None:
            place = f"{self.kind}.backward d_states"
            d_states = check_states(d_states, self.state_sizes, len(d_output), place, self.dtype)
        run, stored = cache.kept
        with np.errstate(all="ignore"):
            return Gradients(*run(self, stored, d_output, d_states, truncate))

    def _run(self, sequences, initial_state, mask, training, store):
        place = f"{self.kind} input x"
        x = shapes.sequences(sequences, place, self.dtype, self.features, copy=store)
        if mask is not None:
            mask = check_mask(mask, *x.shape[:2], f"{self.kind} input mask")
        states = self._first_states(initial_state, x.shape[0])
        training = training is not False and shapes.flag(training, f"{self.kind} input training")
        if not self.built:
            self.build(x.shape)
        dropout = self.cell.draw_dropout(len(x)) if training else None
        with np.errstate(all="ignore"):  # NaN and infinity travel, as in the plain formula
            output, states, kept = self._compute(x, states, mask, dropout, store)
        if self.stateful:
            self._states = copy_states(states)
        result = Returned((output, *states), self.kind) if self.return_state else output
        return result, Cache(self, output.shape, kept)

    def _first_states(self, initial_state, batch):
        """Return the states to start from, in memory of their own, or None for zeros."""
        kept = self._states
        if kept is not None and len(_first(kept)) != batch:
            place, given = f"{self.kind} with stateful=True, input x", f"a batch of {batch}"
            raise error("kept-batch", place, given, kept=len(_first(kept)))
        if initial_state is None:
            return kept and copy_states(kept)
        place = f"{self.kind} initial_state"
        return check_states(initial_state, self.state_sizes, batch, place, self.dtype)

    def _compute(self, x, states, mask, dropout, store):
        """Return output, states and, for `backward`, (function, what it needs)."""
        states = states or self.cell.get_initial_state(len(x))
        outputs, states, stored = run_steps(self, x, states, mask, dropout, store)
        whole = self.return_sequences
        output = np.stack(outputs, axis=1) if whole else outputs[-1].copy()  # eq-return-output
        return output, states, (backward_through_time, stored)


class _Recurrent(RNN):
    """An RNN that makes its own cell, of the class in `cell_type`."""

    cell_type = Cell

    def __init__(self, *args, **kwargs):
        kind = type(self).__name__
        known = (argument_names(self.cell_type) | argument_names(RNN)) - {"cell"}
        refuse_unknown(kind, known, kwargs)
        own = {name: kwargs.pop(name) for name in ("name", *FLAGS) if name in kwargs}
        super().__init__(self.cell_type(*args, kind=kind, **kwargs), **own)

    def _compute(self, x, states, mask, dropout, store):
        kind = _fast_kind(self.cell) if len(x) else None
        if mask is not None or dropout is not None or kind is None:
            return super()._compute(x, states, mask, dropout, store)
        weights = list(self.named_weights().values())
        options = self.return_sequences, self.go_backwards, store
        output, states, stored = fast.forward(kind, x, states, weights, *options)
        return output, states, (_backward_fast, stored)


def _backward_fast(layer, stored, d_output, d_states, truncate):
    d_x, d_initial, d_weights = fast.backward(stored, d_output, d_states, truncate=truncate)
    return d_x, d_weights, d_initial


class SimpleRNN(_Recurrent):
    """Fully connected recurrence, h = tanh(x W + h U + b) at every time step.

    Parameters
    ----------
    units : int
        H, the width of the state.
    activation : str or callable
    use_bias : bool
    kernel_initializer, recurrent_initializer, bias_initializer : str or callable
    dropout, recurrent_dropout : float
        Part of the input, and of the state, that training hides.
    return_sequences, return_state, go_backwards, stateful, zero_output_for_mask : bool
        As in `RNN`.
    seed : int, optional
    name : str, optional
    dtype : {"float32", "float64"}

    Notes
    -----
    Weights in order: kernel (D, H), recurrent kernel (H, H), bias (H,).

    Examples
    --------
    >>> SimpleRNN(2, seed=0)(np.ones((3, 5, 4))).shape
    (3, 2)

    References
    ----------
    Elman (1990); names and defaults: Keras 3.
    """

    cell_type = SimpleRNNCell

    def __init__(self, units, activation="tanh", use_bias=True, **kwargs):
        super().__init__(units, activation, use_bias, **kwargs)


class _Gated(_Recurrent):
    def __init__(
        self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True, **kwargs
    ):
        super().__init__(units, activation, recurrent_activation, use_bias, **kwargs)


class GRU(_Gated):
    """Gated recurrent unit: an update gate z and a reset gate r around one state.

    Parameters
    ----------
    units, activation, use_bias, and all that is not named here
        As in `SimpleRNN`.
    recurrent_activation : str or callable
        Of the gates.
    reset_after : bool
        Apply the reset gate after the product with the recurrent kernel (Keras' default),
        with one bias for x and one for h; False is the form of the original paper.

    Notes
    -----
    Weights in order: kernel (D, 3H), recurrent kernel (H, 3H), bias (2, 3H), or (3H,) with
    reset_after=False. Gate blocks z, r, h.

    References
    ----------
    Cho et al. (2014); names and defaults: Keras 3.
    """

    cell_type = GRUCell


class LSTM(_Gated):
    """Long short-term memory: input, forget and output gate around a cell state c.

    Parameters
    ----------
    units, activation, use_bias, and all that is not named here
        As in `SimpleRNN`.
    recurrent_activation : str or callable
        Of the gates.
    unit_forget_bias : bool
        Start with a forget bias of 1.

    Notes
    -----
    Weights in order: kernel (D, 4H), recurrent kernel (H, 4H), bias (4H,). Gate blocks i, f, c, o.

    References
    ----------
    Hochreiter & Schmidhuber (1997); Gers et al. (2000); names and defaults: Keras 3.
    """

    cell_type = LSTMCell


def _state_shapes(sizes, batch):
    """Return (B, H) for each H; a list of them for a cell inside a stack."""
    return [_state_shapes(n, batch) if isinstance(n, list) else (batch, n) for n in sizes]


def _fast_kind(cell):
    """Return the name by which `fast` knows this cell, or None where it has no form for it."""
    if cell.activation not in (np.tanh, activations.tanh):
        return None
    gates = getattr(cell, "recurrent_activation", activations.sigmoid)
    if gates is not activations.sigmoid or not getattr(cell, "reset_after", True):
        return None
    return {SimpleRNNCell: "SimpleRNN", GRUCell: "GRU", LSTMCell: "LSTM"}.get(type(cell))


def _first(states):
    return _first(states[0]) if isinstance(states, list) else states


def _without_the_cells_own(cell, arguments):
    """Return the arguments but those of the cell, which is already made with the same values."""
    own = argument_names(type(cell)) - {"name"}
    for name, value in arguments.items():
        made = getattr(cell, name, None)
        if name in own and not (type(value) is type(made) and value == made):
            given, words = f"{name}={shown(value)}", {"name": name, "value": shown(value)}
            raise error("of-the-cell", f"RNN argument {name}", given, cell=cell.kind, **words)
    return {name: value for name, value in arguments.items() if name not in own}
