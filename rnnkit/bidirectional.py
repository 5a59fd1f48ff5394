"""`Bidirectional`: one layer from the beginning and one from the end, and their outputs merged."""

import copy

import numpy as np

from . import shapes
from .base import Layer, prefixed
from .errors import error, shown, unknown_name
from .gradients import Cache, Gradients, check_backward
from .layers import RNN
from .masks import check_mask
from .returned import Returned
from .states import check_states

MERGE = {
    "concat": lambda y, y_back: np.concatenate([y, y_back], axis=-1),  # eq-bidirectional-output
    "sum": lambda y, y_back: y + y_back,
    "mul": lambda y, y_back: y * y_back,
    "ave": lambda y, y_back: (y + y_back) / 2,
    None: lambda y, y_back: (y, y_back),
}
MERGE_BACKWARD = {
    "concat": lambda d, y, y_back: (d[..., : y.shape[-1]], d[..., y.shape[-1] :]),
    "sum": lambda d, y, y_back: (d, d),
    "mul": lambda d, y, y_back: (d * y_back, d * y),
    "ave": lambda d, y, y_back: (d / 2, d / 2),
    None: lambda d, y, y_back: d,
}


class Bidirectional(Layer):
    """Read every sequence in both directions.

    Parameters
    ----------
    layer : SimpleRNN, GRU, LSTM or RNN
        Its settings are copied, not its weights.
    merge_mode : {"concat", "sum", "mul", "ave", None}
        How the two outputs become one; None returns both.
    backward_layer : layer, optional
        Used as it is, with go_backwards=True; by default a second copy of `layer`, which draws
        other weights (seed + 1).
    name : str, optional

    Notes
    -----
    With return_sequences the outputs of both directions stand in the order of the input: at time
    t one has seen steps 0 to t, the other t to T - 1. Weights in order: forward, backward.

    Raises
    ------
    TypeError
        Not a recurrent layer.
    ValueError
        An unknown merge_mode, or two layers that do not go together.

    References
    ----------
    Schuster & Paliwal (1997); names and behaviour: Keras 3.
    """

    def __init__(self, layer, merge_mode="concat", backward_layer=None, *, name=None):
        for argument, given in (("layer", layer), ("backward_layer", backward_layer)):
            if not isinstance(given, RNN) and not (given is None and argument != "layer"):
                raise error("not-recurrent", f"Bidirectional argument {argument}", shown(given))
        super().__init__(name=name, dtype=layer.dtype)
        if merge_mode is not None and (not isinstance(merge_mode, str) or merge_mode not in MERGE):
            names = [name for name in MERGE if name]
            place = "Bidirectional argument merge_mode"
            raise unknown_name(place, merge_mode, names, fix='merge_mode="{}"')
        self.merge_mode = merge_mode
        self.forward_layer = _fresh_copy(layer, "forward", layer.go_backwards, 0)
        self.backward_layer = backward_layer or _fresh_copy(layer, "backward", True, 1)
        _check_pair(self.forward_layer, self.backward_layer, merge_mode)
        for one in self._layers():
            one.zero_output_for_mask = one.return_sequences
        self.return_sequences = layer.return_sequences
        self.return_state = layer.return_state
        self.stateful = layer.stateful

    def _layers(self):
        return self.forward_layer, self.backward_layer

    @property
    def features(self):
        """D, or None while the layer is not built."""
        return self.forward_layer.features or self.backward_layer.features

    @property
    def units(self):
        """Width of one output, both layers' H side by side with concat, else H."""
        both = [layer.units for layer in self._layers()]
        return sum(both) if self.merge_mode == "concat" else both[0]

    @property
    def state_sizes(self):
        """One H for each state of the forward layer, then of the backward layer."""
        return [size for layer in self._layers() for size in layer.state_sizes]

    def build(self, input_shape):
        """Create both layers' weights for sequences (B, T, D); B and T may be None."""
        features = shapes.input_shape(input_shape, f"{self.kind}.build")[-1]
        for layer in self._layers():
            layer.cell.check_features(features, {})
        for layer in self._layers():
            layer.build(input_shape)
        self.built = True

    def named_weights(self):
        """Return both layers' arrays by name, the forward layer's first."""
        return prefixed({"forward": self.forward_layer, "backward": self.backward_layer})

    def get_initial_state(self, batch_size):
        """Return zero states: the forward layer's, then the backward layer's."""
        return [s for layer in self._layers() for s in layer.get_initial_state(batch_size)]

    @property
    def states(self):
        """Copies of both layers' states, when stateful; None before the first call."""
        both = [layer.states for layer in self._layers()]
        return None if None in both else both[0] + both[1]

    def reset_state(self):
        """Forget the states of both layers."""
        for layer in self._layers():
            layer.reset_state()

    def compute_output_shape(self, input_shape):
        """Return the shape of the output; several of them with return_state or merge_mode None."""
        both = [layer.compute_output_shape(input_shape) for layer in self._layers()]
        outputs = [shape[0] if self.return_state else shape for shape in both]
        merged = ((*outputs[0][:-1], self.units),) if self.merge_mode else tuple(outputs)
        states = both[0][1:] + both[1][1:] if self.return_state else ()
        return (*merged, *states) if len(merged) + len(states) > 1 else merged[0]

    def compute_mask(self, inputs, mask=None):
        """Return the mask of the output: the input's for whole sequences, else None."""
        return mask if self.return_sequences else None

    def __call__(self, sequences, initial_state=None, mask=None, training=False):
        """Check, build when needed, and run both layers.

        Parameters
        ----------
        sequences : array_like of shape (B, T, D)
        initial_state : list, optional
            The forward layer's states, then the backward layer's; zeros when omitted.
        mask : array_like of bool and shape (B, T), optional
            With return_sequences a masked step comes out as zeros.
        training : bool
            Apply dropout.

        Returns
        -------
        output : ndarray of shape (B, T, 2H) or (B, 2H) with concat, else H; two with None
        *states : ndarrays of shape (B, H)
            Only with return_state: the forward layer's, then the backward layer's.

        Raises
        ------
        ValueError, TypeError
            What `RNN` refuses.
        """
        return self._run(sequences, initial_state, mask, training, "__call__")[0]

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

        Raises
        ------
        ValueError, TypeError
            As for a call.
        """
        return self._run(sequences, initial_state, mask, training, "forward")

    def backward(self, d_output, cache, d_states=None, truncate=None):
        """Go back through both layers.

        Parameters
        ----------
        d_output : array_like with the output's shape, or None for zeros
            Two of them with merge_mode None.
        cache : Cache
        d_states : list, optional
            The forward layer's, then the backward layer's.
        truncate : int, optional
            As in `RNN.backward`; each layer counts from its own beginning.

        Returns
        -------
        Gradients
            ``inputs`` (B, T, D), ``weights`` as in `get_weights`, ``initial_state`` a list.

        Raises
        ------
        ValueError, TypeError
            As `RNN.backward`.
        """
        d_output = check_backward(self, d_output, cache)
        y, y_back, *caches = cache.kept
        d, d_back = MERGE_BACKWARD[self.merge_mode](d_output, y, y_back)
        halves = self._halves(d_states, len(y), f"{self.kind}.backward d_states")
        sides = zip(self._layers(), (d, self._aligned(d_back)), caches, halves, strict=True)
        one, other = (layer.backward(d, c, s, truncate) for layer, d, c, s in sides)
        d_states = one.initial_state + other.initial_state
        return Gradients(one.inputs + other.inputs, one.weights + other.weights, d_states)

    def _run(self, sequences, initial_state, mask, training, method):
        x = shapes.sequences(sequences, f"{self.kind} input x", self.dtype, self.features)
        mask = check_mask(mask, *x.shape[:2], f"{self.kind} input mask")
        halves = self._halves(initial_state, len(x), f"{self.kind} initial_state")
        self.build(x.shape)
        runs = [
            layer._run(x, state, mask, training, store=method == "forward")
            for layer, state in zip(self._layers(), halves, strict=True)
        ]
        results = [result if self.return_state else (result,) for result, _ in runs]
        (y, *states), (y_back, *states_back) = results
        y_back = self._aligned(y_back)  # eq-bidirectional
        states += states_back
        with np.errstate(all="ignore"):
            merged = MERGE[self.merge_mode](y, y_back)
        shape = merged.shape if self.merge_mode else [y.shape, y_back.shape]
        result = (*merged, *states) if self.merge_mode is None else (merged, *states)
        cache = Cache(self, shape, (y, y_back, *(cache for _, cache in runs)))
        return (Returned(result, self.kind) if len(result) > 1 else merged), cache

    def _aligned(self, y_back):
        """Turn the outputs of the backward layer into the order of the input, or back."""
        return np.ascontiguousarray(y_back[:, ::-1]) if self.return_sequences else y_back

    def _halves(self, states, batch, place):
        """Return the states of each layer, or None for zeros."""
        if states is None:
            return None, None
        states = check_states(states, self.state_sizes, batch, place, self.dtype)
        middle = len(self.forward_layer.state_sizes)
        return states[:middle], states[middle:]


def _fresh_copy(layer, side, go_backwards, seed_step):
    """Return an unbuilt layer with the same settings."""
    new = copy.deepcopy(layer)
    new.reset_state()
    for one in (new, *_cells(new.cell)):
        one.built, one._weights = False, {}
        one.seed = None if one.seed is None else one.seed + seed_step
        one.renew_dropout()
    new.name = f"{side}_{layer.name.removeprefix(side + '_')}"
    new.go_backwards = go_backwards
    return new


def _cells(cell):
    inner = [c for one in getattr(cell, "cells", []) for c in _cells(one)]
    return [cell, *inner]


def _check_pair(one, other, merge_mode):
    """Refuse two layers whose outputs do not go together."""
    alike = ["return_sequences", "return_state", "stateful", "dtype"]
    alike += ["units"] * (merge_mode in ("sum", "mul", "ave"))
    wrong = [name for name in alike if getattr(one, name) != getattr(other, name)]
    if one.go_backwards == other.go_backwards:
        wrong.append("go_backwards")
    for name in wrong[:1]:
        mine, given = getattr(one, name), getattr(other, name)
        right = not mine if name == "go_backwards" else mine
        words = {"name": name, "right": repr(right), "layer": other.kind}
        given = f"forward {name}={mine!r}, backward {given!r}"
        raise error("unlike-pair", "Bidirectional argument backward_layer", given, **words)
