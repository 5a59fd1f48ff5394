"""`Sequential`: layers on top of each other, and the summary of their shapes and weights."""

from .base import Layer
from .errors import explain
from .layers import RNN
from .shapes import input_shape, sequences, vectors
from .summary import format_summary


class Input:
    """The shape of one input, without the batch axis: ``Input((5, 4))``.

    Parameters
    ----------
    shape : tuple, optional
        (T, D) for sequences, where T may be None; or (D,).
    batch_size : int, optional
    batch_shape : tuple, optional
        (B, T, D), in the place of `shape` and `batch_size`.

    Raises
    ------
    ValueError
        Not a shape.
    """

    def __init__(self, shape=None, batch_size=None, batch_shape=None):
        given = batch_shape
        if batch_shape is None:
            given = (batch_size, *(shape if isinstance(shape, (list, tuple)) else (shape,)))
        self.batch_shape = input_shape(given, "Input argument shape", axes=None)


class Sequential:
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
        self.name = name
        self.layers = []
        self.output_shapes = []
        self._input_shape = None
        for layer in layers:
            self.add(layer)

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
        shapes = [input_shape]
        for number in range(len(self.layers)):
            shapes.append(self._output_shape(number, shapes[-1]))
        for layer, shape in zip(self.layers, shapes, strict=False):
            layer.build(shape)
        self._input_shape, self.output_shapes = input_shape, shapes[1:]

    def _output_shape(self, number, shape):
        """Return the output shape of one layer, after checking that it fits on the one below."""
        layer = self.layers[number]
        if number and isinstance(shape[-1], (tuple, list)):
            self._refuse_states(number)
        if number and isinstance(layer, RNN) and len(shape) == 2:
            self._refuse_vectors(number, shape)
        if layer.features not in (None, shape[-1]):
            self._refuse_features(number, shape)
        return layer.compute_output_shape(shape)

    def _refuse_vectors(self, number, shape):
        below, layer = self.layers[number - 1], self.layers[number]
        fix = _with_sequences(below) if isinstance(below, RNN) else "an RNN with sequences below"
        raise ValueError(
            explain(
                self._place(number),
                f"{self._name(number - 1)} below it returns its last output alone",
                f"바로 아래 {self._name(number - 1)} 층이 마지막 출력만 내보냅니다.",
                given=f"{shape} from {self._name(number - 1)}",
                expected=f"(batch, time, features) for {layer.kind}",
                fix=fix,
            )
        )

    def _refuse_states(self, number):
        raise ValueError(
            explain(
                self._place(number),
                f"{self._name(number - 1)} below it returns its states too",
                f"바로 아래 {self._name(number - 1)} 층이 상태까지 내보냅니다.",
                given="return_state=True below another layer",
                expected="one output from each layer of a Sequential",
                fix=f"{self.layers[number - 1].kind}(..., return_state=False)",
            )
        )

    def _refuse_features(self, number, shape):
        layer = self.layers[number]
        raise ValueError(
            explain(
                self._place(number),
                "was built before for another number of features",
                "이미 다른 특징 개수로 만들어진 층입니다.",
                given=shape,
                expected=f"{layer.features} features",
                fix=f"a new {layer.kind}(...)",
            )
        )

    def _place(self, number):
        return f"{self.name} layer {number} ({self._name(number)})"

    def _name(self, number):
        """Return the layer's name, numbered when a layer further down has the same."""
        names = [layer.name for layer in self.layers[: number + 1]]
        repeats = names[:-1].count(names[-1])
        return f"{names[-1]}_{repeats}" if repeats else names[-1]

    def __call__(self, inputs):
        """Run all layers and return the output of the topmost.

        Parameters
        ----------
        inputs : array_like of shape (B, T, D) or (B, D)

        Raises
        ------
        ValueError
            No layer, or an input that does not fit the first one.
        """
        if not self.layers:
            raise ValueError(
                explain(
                    self.name,
                    "has no layers",
                    "층이 없습니다.",
                    given="[]",
                    expected="at least one layer",
                    fix="model.add(SimpleRNN(2))",
                )
            )
        output = inputs
        if not self.built:
            output = self._check_first(inputs)
            self.build((None, *output.shape[1:]))
        for layer in self.layers:
            output = layer(output)
        return output

    def _check_first(self, inputs):
        """Return the input as an array that the lowest layer can take."""
        lowest = self.layers[0]
        check = sequences if isinstance(lowest, RNN) else vectors
        return check(inputs, f"{lowest.kind} input x", lowest.dtype, lowest.features)

    def get_weights(self):
        """Return copies of all weights, from the bottom layer to the top."""
        return [weight for layer in self.layers for weight in layer.get_weights()]

    def count_params(self):
        """Return the number of weights of all layers."""
        return sum(layer.count_params() for layer in self.layers)

    def summary(self, print_fn=print):
        """Print name, output shape and number of weights of each layer.

        Parameters
        ----------
        print_fn : callable
            Called once with the whole text.
        """
        rows = [
            (
                f"{self._name(number)} ({layer.kind})",
                str(self.output_shapes[number]) if self.built else "?",
                f"{layer.count_params():,}" if self.built else "0 (unbuilt)",
            )
            for number, layer in enumerate(self.layers)
        ]
        print_fn(format_summary(self.name, rows, self.count_params()))


def _with_sequences(layer):
    """Return the code of a recurrent layer that hands up all its outputs."""
    first = "cell" if type(layer) is RNN else layer.units
    return f"{layer.kind}({first}, ..., return_sequences=True)"


def _check_layer(layer):
    if isinstance(layer, Layer) and hasattr(layer, "compute_output_shape"):
        return
    cell = isinstance(layer, Layer)
    raise TypeError(
        explain(
            "Sequential.add layer",
            "a cell, not a layer" if cell else "not a layer",
            "셀은 층이 아닙니다." if cell else "층이 아닙니다.",
            given=repr(layer)[:60],
            expected="SimpleRNN, GRU, LSTM, RNN, Dense; Input only as the first",
            fix="RNN(cell)" if cell else "Sequential([Input((5, 4)), SimpleRNN(2)])",
        )
    )
