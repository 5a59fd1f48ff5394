"""The losses and optimizers that must equal Keras', in the form of `keras_cases`."""

from itertools import product

import numpy as np

from tests.rnnkit.cases import B, T
from tests.rnnkit.equality.specs import Call, Case, V, draw_like, layer, mask_of

LIMITS = ({}, {"clipnorm": 0.7}, {"clipvalue": 0.4}, {"global_clipnorm": 0.9})
OPTIMIZERS = (
    layer("SGD"),
    layer("SGD", 0.1, momentum=0.8),
    layer("SGD", 0.1, momentum=0.8, nesterov=True),
    layer("RMSprop"),
    layer("RMSprop", 0.1, rho=0.6, epsilon=0.01),
    layer("Adam"),
    layer("Adam", 0.1, beta_1=0.7, beta_2=0.8, epsilon=0.01),
)


def losses():
    """Every loss over whole sequences, with masks and without."""
    specs = {
        "MeanSquaredError": layer("MeanSquaredError"),
        "CategoricalCrossentropy": layer("CategoricalCrossentropy", from_logits=True),
        "SparseCategoricalCrossentropy": layer("SparseCategoricalCrossentropy", from_logits=True),
    }
    for (name, spec), mask in product(specs.items(), (None, "trailing", "holes", "one row masked")):
        words = name if mask is None else f"{name}, mask {mask}"
        yield words, Case((name, "mask"), spec, (Call(mask),), "loss")


def optimizers():
    """A few steps of each optimizer, with each limit of the gradients."""
    for spec, limit in product(OPTIMIZERS, LIMITS):
        given = {**spec.arguments, **limit}
        words = [spec.kind, *map(str, spec.args), *(f"{name}={v}" for name, v in given.items())]
        case = Case((spec.kind, ", ".join(LIMIT_NAMES)), spec._replace(arguments=given))
        yield ", ".join(words), case._replace(inputs="optimizer")


LIMIT_NAMES = [name for limit in LIMITS for name in limit]


def answers_of(case):
    """Return y_true, y_pred and mask of a case with a loss; V values at each step."""
    random, mask = np.random.RandomState(19), mask_of(case.calls[0])
    y_pred = random.normal(size=(B, T, V)).astype("float32")
    if case.spec.kind == "SparseCategoricalCrossentropy":
        return random.randint(0, V, (B, T)), y_pred, mask
    y_true = random.uniform(0.1, 1, (B, T, V)).astype("float32")
    if case.spec.kind == "CategoricalCrossentropy":
        y_true /= y_true.sum(axis=-1, keepdims=True)
    return y_true, y_pred, mask


def weights_and_gradients():
    """Return two weights, and their gradients in each of a few steps."""
    weights = [np.zeros((3, 5)), np.zeros(5)]
    sizes = (1, 0.1, 1, 0.01)  # some below every limit
    steps = [[np.float32(s) * g for g in draw_like(weights, seed=29)] for s in sizes]
    return draw_like(weights, seed=23), steps
