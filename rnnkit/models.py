"""`Sequential`: layers on top of each other, and the summary of their shapes and weights."""

from .arguments import check_methods
from .base import Layer, prefixed
from .bidirectional import Bidirectional
from .embedding import Embedding, Masking
from .errors import error, shown, with_type
from .gradients import Cache, Gradients, add_up, check_backward
from .layers import RNN
from .shapes import input_shape, sequences, vectors
from .summary import format_summary
from .training import Trainable

RECURRENT = (RNN, Bidirectional)


@check_methods
class Input:
    """The shape of one input, without the batch axis: ``Input((5, 4))``.

    Parameters
    ----------
    shape : tuple, optional
        (T, D) for sequences, where T may be None; or (D,); below an Embedding (T,) or (None,).
    batch_size : int, optional
    batch_shape : tuple, optional
        (B, T, D), in the place of `shape` and `batch_size`.
    name : str, optional

    Raises
    ------
    ValueError
        Not a shape.
    """

    def __init__(self, shape=None, batch_size=None, batch_shape=None, name=None):
        given = batch_shape
        if batch_shape is None:
            given = (batch_size, *(shape if isinstance(shape, (list, tuple)) else (shape,)))
        options = {"axes": None, "fix": "Input((5, 4))", "features": False}
        self.batch_shape = input_shape(given, "Input argument shape", **options)
        self.name = name


class Sequential(Trainable):
    """Layers in a row: each one's output is the next one's input.

    Parameters
    ----------
    layers : list, optional
        An `Input` may stand first; without it the weights are made at the first call.
    name : str

    Examples
    --------
    >>> from rnnkit import Input, Sequential, SimpleRNN
    >>> model = Sequential([Input((5, 4)), SimpleRNN(2, return_sequences=True), SimpleRNN(2)])
    >>> model.count_params()
    24
    """

    def __init__(self, layers=(), name="sequential"):
        if not isinstance(name, str):
            raise error("name", "Sequential argument name", shown(name))
        if not isinstance(layers, (list, tuple)):
            raise error("layer-list", "Sequential argument layers", shown(layers))
        self.name = name
        self.layers = []
        self.output_shapes = []
        self._input_shape = None
        for layer in layers:
            self.add(layer)

    @property
    def kind(self):
        """The name, by which errors call the model."""
        return self.name

    @property
    def dtype(self):
        """The float type of the output, "float32" or "float64"."""
        return self.layers[-1].dtype if self.layers else "float32"

    @property
    def built(self):
        """Whether every layer has its weights."""
        return self._input_shape is not None and bool(self.layers)

    def add(self, layer):
        """Put a layer on top; where the input is known it is built at once.

        Raises
        ------
        TypeError
            Not a layer.
        ValueError
            A layer that does not fit on the one below.
        """
        if isinstance(layer, Input) and not self.layers and self._input_shape is None:
            self._input_shape = layer.batch_shape
            return
        _check_layer(layer)
        self.layers.append(layer)
        try:
            if self._input_shape is not None:
                self.build(self._input_shape)
        except Exception:
            self.layers.pop()
            raise

    def build(self, input_shape):
        """Create all weights for inputs (B, T, D) or (B, D), or none when a layer does not fit."""
        shapes = [_model_input(input_shape)]
        for number in range(len(self.layers)):
            shapes.append(self._output_shape(number, shapes[-1]))
        for layer, shape in zip(self.layers, shapes, strict=False):
            layer.build(shape)
        self._input_shape, self.output_shapes = shapes[0], shapes[1:]

    def _output_shape(self, number, shape):
        """Return the output shape of one layer, after checking that it fits on the one below."""
        layer, place = self.layers[number], f"{self.name} layer {number} ({self._name(number)})"
        if number and isinstance(shape[-1], (tuple, list)):
            words = {"below": self._name(number - 1), "layer": self.layers[number - 1].kind}
            raise error("states-below", place, "return_state=True below another layer", **words)
        if number and isinstance(layer, RECURRENT) and len(shape) == 2:
            self._refuse_vectors(number, shape, place)
        if layer.features not in (None, shape[-1]):
            words = {"expected": f"{layer.features} features", "layer": layer.kind}
            raise error("other-features", place, shape, **words)
        return layer.compute_output_shape(shape)

    def _refuse_vectors(self, number, shape, place):
        """Name the layer that let go of the time axis, and how it keeps it."""
        lost = [n for n in range(number) if isinstance(self.layers[n], RECURRENT)]
        below = lost[-1] if lost else number - 1
        fix = _with_sequences(self.layers[below]) if lost else "an RNN with sequences below"
        given = f"{shape} from {self._name(number - 1)}"
        words = {"below": self._name(below), "layer": self.layers[number].kind, "fix": fix}
        raise error("last-output-alone", place, given, **words)

    def _name(self, number):
        """Return the layer's name, numbered when a layer further down has the same."""
        names = [layer.name for layer in self.layers[: number + 1]]
        repeats = names[:-1].count(names[-1])
        return f"{names[-1]}_{repeats}" if repeats else names[-1]

    def __call__(self, inputs, mask=None, training=False):
        """Run all layers and return the output of the topmost.

        Parameters
        ----------
        inputs : array_like of shape (B, T, D), (B, D) or, below an Embedding, (B, T)
        mask : array_like of bool and shape (B, T), optional
            False where a step does not count; `Masking` and `Embedding` make one themselves.
        training : bool
            Apply dropout.

        Returns
        -------
        ndarray, or with return_state in the topmost layer a tuple

        Raises
        ------
        ValueError, TypeError
            No layer, or an input that does not fit the first one.
        """
        output = self._prepare(inputs)
        for layer in self.layers:
            inputs, output = output, layer(output, mask=mask, training=training)
            mask = layer.compute_mask(inputs, mask)
        return output

    def forward(self, inputs, mask=None, training=False):
        """Run like a call, and keep what `backward` needs.

        Parameters
        ----------
        inputs, mask, training
            As for a call.

        Returns
        -------
        output : ndarray or tuple
            What the call returns.
        cache : Cache
            Its ``mask`` is the one that reaches the output, or None.

        Raises
        ------
        ValueError, TypeError
            As for a call.
        """
        output, caches = self._prepare(inputs), []
        for layer in self.layers:
            inputs = output
            output, cache = layer.forward(inputs, mask=mask, training=training)
            mask = layer.compute_mask(inputs, mask)
            caches.append(cache)
        return output, Cache(self, caches[-1].shape, caches, mask)

    def backward(self, d_output, cache, truncate=None):
        """Go back through all layers, from the topmost down.

        Parameters
        ----------
        d_output : array_like with the output's shape
        cache : Cache
            From `forward`.
        truncate : int, optional
            As in `RNN.backward`, for every recurrent layer.

        Returns
        -------
        Gradients
            ``inputs`` like the input (None below an Embedding), ``weights`` as in `get_weights`.

        Raises
        ------
        ValueError, TypeError
            Another cache, another shape.
        """
        d_output, d_weights = check_backward(self, d_output, cache), {}
        for layer, own in zip(self.layers[::-1], cache.kept[::-1], strict=True):
            options = {"truncate": truncate} if isinstance(layer, RECURRENT) else {}
            gradients = layer.backward(d_output, own, **options)
            d_output = gradients.inputs
            add_up(d_weights, layer, gradients.weights)
        return Gradients(d_output, [d for layer in self._once() for d in d_weights[id(layer)]])

    def reset_state(self):
        """Forget the states of all stateful layers."""
        for layer in self.layers:
            if isinstance(layer, RECURRENT):
                layer.reset_state()

    def _prepare(self, inputs):
        """Return the input as an array; build the layers when needed."""
        if not self.layers:
            raise error("no-layers", self.name, "[]")
        lowest = self.layers[0]
        place = f"{lowest.kind} input x"
        if isinstance(lowest, Embedding):
            x = lowest.check(inputs)
        elif isinstance(lowest, (*RECURRENT, Masking)):
            x = sequences(inputs, place, lowest.dtype, lowest.features)
        else:
            x = vectors(inputs, place, lowest.dtype, lowest.features)
        if not self.built:
            self.build((None, *x.shape[1:]))
        return x

    def _once(self):
        """Return the layers from the bottom up; a shared one counts once."""
        return list({id(layer): layer for layer in self.layers}.values())

    def named_weights(self):
        """Return all arrays by name, from the bottom layer to the top; a shared layer once."""
        return prefixed({f"{n}.{layer.name}": layer for n, layer in enumerate(self._once())})

    def summary(self, print_fn=print):
        """Print name, output shape and number of weights of each layer.

        Parameters
        ----------
        print_fn : callable
            Called once with the whole text.
        """
        print_fn = print if print_fn is None else print_fn
        if not callable(print_fn):
            given, words = with_type(print_fn), {"arguments": "one text", "fix": "print_fn=print"}
            raise error("not-a-function", f"{self.name}.summary argument print_fn", given, **words)
        rows = [
            (
                f"{self._name(number)} ({layer.kind})",
                str(self.output_shapes[number]) if self.built else "?",
                f"{layer.count_params():,}" if self.built else "0 (unbuilt)",
            )
            for number, layer in enumerate(self.layers)
        ]
        print_fn(format_summary(self.name, rows, self.count_params()))


def _model_input(shape):
    return input_shape(shape, "Sequential.build input_shape", axes=None, features=False)


def _with_sequences(layer):
    """Return the code of a recurrent layer that hands up all its outputs."""
    first = "cell" if type(layer) is RNN else layer.units
    return f"{layer.kind}({first}, ..., return_sequences=True)"


def _check_layer(layer):
    if isinstance(layer, Layer) and hasattr(layer, "compute_output_shape"):
        return
    key = "cell-as-layer" if isinstance(layer, Layer) else "not-a-layer"
    raise error(key, "Sequential.add layer", shown(layer))
