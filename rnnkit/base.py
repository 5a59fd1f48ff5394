"""What every layer has: a name, a float type, a seed, and weights in Keras' order."""

import inspect
import re

import numpy as np

from . import shapes
from .arguments import check_methods
from .errors import error, shown, unknown_name, with_type
from .shapes import numbers
from .states import check_weights

WEIGHTS = "kernel", "recurrent", "bias", "embeddings", "activity"
KERAS_2_ARGUMENTS = {
    "input_shape": "Input({})",
    "input_dim": "Input((None, {}))",
    "input_length": "Input(({},))",
    "batch_input_shape": "Input(batch_shape={})",
    "batch_size": "Input(shape=(time, features), batch_size={})",
    "weights": "layer.set_weights({})",
}
KERAS_ONLY = (
    *("unroll", "use_cudnn", "implementation", "trainable", "autocast", "time_major"),
    *(f"{w}_{what}" for w in WEIGHTS for what in ("regularizer", "constraint")),
)


class Weighted:
    """What has weights, each with a name: a layer, a cell, a model."""

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        check_methods(cls)

    def get_weights(self):
        """Return copies of the weights, in Keras' order, from the bottom layer to the top."""
        return [weight.copy() for weight in self.named_weights().values()]

    def set_weights(self, weights):
        """Replace all weights, or none when one of them does not fit.

        Parameters
        ----------
        weights : list of array_like
            In Keras' order, with the shapes of `get_weights`.

        Raises
        ------
        ValueError
            The layer is not built, another number of arrays, or another shape.
        TypeError
            Not a list of numbers.
        """
        place, own = f"{self.kind}.set_weights weights", self.named_weights()
        if not self.built:
            raise error("no-weights", place, "a layer that is not built")
        new = check_weights(weights, own, place, self.dtype)
        for weight, values in zip(own.values(), new, strict=True):
            weight[...] = values

    def count_params(self):
        """Return the number of weights, as in the last column of a summary."""
        return sum(weight.size for weight in self.named_weights().values())


check_methods(Weighted)


def prefixed(parts):
    """Return the weights of several parts by name, from {prefix: part}: "0.kernel" and so on."""
    return {
        f"{prefix}.{name}": weight
        for prefix, part in parts.items()
        for name, weight in part.named_weights().items()
    }


def weight(name, doc):
    """Return a property that gives a weight by its name, None before `build`."""
    return property(lambda self: self._weights.get(name), doc=doc)


class Layer(Weighted):
    """Base of all layers and cells.

    Parameters
    ----------
    name : str, optional
        Default: the class name in snake case.
    dtype : {"float32", "float64"}
        Type of weights, states and outputs.
    seed : int, optional
        Makes the initial weights reproducible; None draws fresh ones.
    kind : str, optional
        What errors and summaries call it; default: the class name.
    """

    def __init__(self, *, name=None, dtype="float32", seed=None, kind=None, **unknown):
        self.kind = kind or type(self).__name__
        refuse_unknown(self.kind, argument_names(type(self)), unknown)
        if name is not None and not isinstance(name, str):
            raise error("name", f"{self.kind} argument name", shown(name))
        self.name = name or snake_case(type(self).__name__)
        self.dtype = shapes.float_type(dtype, f"{self.kind} argument dtype")
        self.seed = check_seed(seed, f"{self.kind} argument seed")
        self.built = False
        self._weights = {}

    def __repr__(self):
        return f"<{self.kind} {self.name}>"

    def build(self, input_shape):
        """Create the weights for inputs of this shape, once.

        Parameters
        ----------
        input_shape : tuple
            (B, T, D) for a layer over sequences, (B, D) for a cell; B and T may be None.

        Raises
        ------
        ValueError
            Another number of axes, or another D than the layer was built for.
        """
        raise NotImplementedError

    def __call__(self, inputs, mask=None, training=False):
        """Check, build when needed, and compute.

        Parameters
        ----------
        inputs, mask, training
            As for the layer's `forward`.

        Returns
        -------
        ndarray
            What `forward` returns first.
        """
        return self.forward(inputs, mask, training)[0]

    def compute_mask(self, inputs, mask=None):
        """Return the mask (B, T) of the output: the input's, or None."""
        return mask

    @property
    def features(self):
        """D, or None while the layer is not built."""
        kernel = self._weights.get("kernel")
        return None if kernel is None else kernel.shape[0]

    def renew_dropout(self):
        """Start the stream of dropout again; only cells have one."""

    def _must_build(self, features):
        """Return True when weights must be made; refuse another D afterwards."""
        if self.features not in (None, features):
            self._refuse_features(features, self.features)
        return not self.built

    def _refuse_features(self, given, expected):
        raise error(
            "other-features", f"{self.kind}.build", given, expected=expected, layer=self.kind
        )

    def _add_weight(self, name, shape, initializer, rng):
        place = f"{self.kind} {name}_initializer"
        try:
            drawn = numbers(initializer(shape, rng), place, self.dtype)
        except Exception as raised:
            self._weights.clear()
            given = f"{getattr(initializer, '__name__', initializer)} for shape {shape}"
            raise error("initializer-call", place, given, shape=shape) from raised
        if drawn.shape != shape:
            self._weights.clear()
            raise error("initializer-shape", place, drawn.shape, shape=shape)
        self._weights[name] = drawn

    def _rng(self):
        return np.random.default_rng(self.seed)

    def named_weights(self):
        """Return the layer's own arrays by name, in Keras' order."""
        return self._weights

    def _set(self, check, **arguments):
        """Keep arguments under their names, each as a check makes it or refuses it."""
        for name, value in arguments.items():
            setattr(self, name, check(value, f"{self.kind} argument {name}"))


def snake_case(name):
    """Return "SimpleRNN" as "simple_rnn", as Keras names its layers."""
    words = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", words).lower()


def argument_names(cls):
    """Return the names of all arguments that a layer class takes."""
    names = set()
    for base in cls.__mro__[: cls.__mro__.index(Weighted)]:
        code = inspect.unwrap(base.__init__).__code__
        names.update(code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount])
    return names - {"kind"}


def refuse_unknown(kind, known, arguments):
    """Raise TypeError for the first argument that is not known; nothing happens without one.

    Arguments of Keras 2 are answered with their form in Keras 3.
    """
    for name, value in arguments.items():
        place, given = f"{kind} argument {name}", f"{name}={shown(value)}"
        if name in KERAS_2_ARGUMENTS:
            raise error("keras-2", place, given, fix=_keras_3(kind, name, value))
        if name in KERAS_ONLY:
            raise error("keras-only", place, given, name=name, layer=kind)
        if name not in known:
            raise unknown_name(place, name, known, fix=f"{kind}(..., {{}}=...)", kind="TypeError")


def _keras_3(kind, name, value):
    """Return how Keras 3 says what this argument of Keras 2 said."""
    if name == "weights":
        return "layer.set_weights(...)"
    form = KERAS_2_ARGUMENTS[name].format(value)
    sizes = value if isinstance(value, (tuple, list)) else (value,)
    if name == "input_shape" and len(sizes) == 1:
        form = f"Input((None, {sizes[0]}))"
    if name in ("input_dim", "input_shape") and kind == "Dense":
        form = f"Input(({', '.join(map(str, sizes))},))"
    return f"Sequential([{form}, {kind.removesuffix('Cell')}(...)])"


def check_seed(seed, place):
    """Return the seed, or explain that it is none."""
    whole = isinstance(seed, (int, np.integer)) and not isinstance(seed, bool) and seed >= 0
    if seed is None or whole:
        return seed
    raise error("seed", place, with_type(seed))
