"""What Keras gives for the cases; ``python -m tests.rnnkit.learning.in_keras`` stores it."""

from pathlib import Path

import numpy as np

from tests.rnnkit.learning import cases

STORED = Path(__file__).with_name("stored.npz")


def all_values():
    """Return name -> array for every number that is compared."""
    values = {}
    for name, case in cases.loss_cases().items():
        value, gradient = loss(*case)
        values[f"loss/{name}/value"], values[f"loss/{name}/gradient"] = value, gradient
    for name, case in cases.optimizer_cases().items():
        for number, weight in enumerate(optimizer(*case)):
            values[f"optimizer/{name}/{number}"] = weight
    for name, case in cases.fit_cases().items():
        for number, array in enumerate(fit(*case)):
            values[f"fit/{name}/{number}"] = array
    return values


def loss(kind, arguments, y_true, y_pred, mask):
    """Return a loss and its gradient."""
    import keras
    import tensorflow as tf

    variable = tf.Variable(y_pred)
    with tf.GradientTape() as tape:
        prediction = variable + 0
        if mask is not None:
            keras.src.backend.set_keras_mask(prediction, tf.constant(mask))
        value = getattr(keras.losses, kind)(**arguments)(y_true, prediction)
    return np.float64(value), np.asarray(tape.gradient(value, variable))


def optimizer(kind, arguments):
    """Return the weights after all steps."""
    import keras

    weights, gradients = cases.weights_and_gradients()
    variables = [keras.Variable(weight) for weight in weights]
    made = getattr(keras.optimizers, kind)(**arguments)
    for step in gradients:
        made.apply([keras.ops.convert_to_tensor(g) for g in step], variables)
    return [np.asarray(variable) for variable in variables]


def fit(kind, arguments):
    """Return the losses of the epochs, and the weights after them."""
    import keras

    return cases.fit(
        keras.layers, keras.losses, keras.optimizers, keras.Sequential, kind, arguments
    )


if __name__ == "__main__":
    import keras

    values = all_values()
    np.savez_compressed(STORED, version=keras.__version__, **values)
    print(f"{STORED.name}: {len(values)} arrays, keras {keras.__version__}")
