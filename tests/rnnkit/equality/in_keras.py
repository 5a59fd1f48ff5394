"""What Keras gives for a case. TensorFlow is imported only when a case is run."""

import numpy as np

from tests.rnnkit.equality import specs, training_cases


def versions():
    """Return the versions of the libraries that give the values."""
    import keras
    import tensorflow

    return {"keras": keras.__version__, "tensorflow": tensorflow.__version__}


def run(case):
    """Run all calls of a case in Keras, forward and back.

    Returns
    -------
    Values
    """
    import tensorflow as tf

    if case.inputs in TRAINING:
        return TRAINING[case.inputs](case)
    net = make(case)
    if case.inputs == "fresh":
        return specs.fresh_biases(net)
    sizes = specs.state_sizes(case.spec) if any(call.state for call in case.calls) else []
    results, d_inputs, d_weights, d_states = [], [], [], []
    for number, call in enumerate(case.calls):
        if call.reset:
            net.reset_state()
        given = specs.arguments_of(case, number)
        x = tf.constant(specs.inputs_of(case, number))
        states = [tf.constant(s) for s in specs.flatten(given.pop("initial_state", []))]
        if "mask" in given:
            given["mask"] = tf.constant(given["mask"])
        if states and case.inputs != "step":
            given["initial_state"] = specs.nest(states, sizes)
        with tf.GradientTape() as tape:
            tape.watch([x, *states] if x.dtype.is_floating else states)
            if case.inputs == "step":
                result = net(x, specs.nest(states, sizes))
            else:
                hide(net, case)
                result = net(x, **given, training="dropout" in case.options)
            flat = specs.flatten(result)
            d_flat = specs.gradients_like([array.shape for array in flat])
            loss = tf.add_n([tf.reduce_sum(a * d) for a, d in zip(flat, d_flat, strict=True)])
        weights = [w.value for w in net.trainable_weights]
        sources = [*weights, *states] + [x] * x.dtype.is_floating
        slopes = tape.gradient(loss, sources, unconnected_gradients="zero")
        slopes = [tf.convert_to_tensor(slope).numpy() for slope in slopes]
        results.append([array.numpy() for array in flat])
        d_weights.append(slopes[: len(weights)])
        d_states.append(slopes[len(weights) : len(weights) + len(states)])
        d_inputs.append(slopes[-1] if x.dtype.is_floating else None)
    total = [sum(parts) for parts in zip(*d_weights, strict=True)]
    return specs.named(results, d_inputs, total, d_states)


def make(case):
    """Build the case's layer in Keras, with its weights."""
    import keras

    library = {**vars(keras.layers), "Sequential": keras.Sequential}
    net = specs.build(case.spec, library)
    if case.spec.kind != "Sequential":
        net.build(specs.shape_to_build(case))
    if case.inputs != "fresh":
        net.set_weights(specs.weights_like(net.get_weights()))
    return net


def hide(net, case):
    """Give the cell of a layer the dropout masks of the case, the same for all gates."""
    if "dropout" not in case.options:
        return
    cell = net.cell
    for_x, for_h = specs.dropout_masks()
    gates = getattr(cell, "dropout_mask_count", None)
    one = lambda mask: mask if gates is None else [mask] * gates  # noqa: E731
    if cell.dropout:
        cell._dropout_mask = one(np.asarray(for_x))
    if cell.recurrent_dropout:
        cell._recurrent_dropout_mask = one(np.asarray(for_h))


def loss(case):
    """Return a loss and its gradient; Keras takes the mask from the predictions."""
    import keras
    import tensorflow as tf

    y_true, y_pred, mask = training_cases.answers_of(case)
    y_pred = tf.constant(y_pred)
    with tf.GradientTape() as tape:
        tape.watch(y_pred)
        if mask is not None:
            y_pred._keras_mask = tf.constant(mask)
        value = specs.build(case.spec, vars(keras.losses))(y_true, y_pred)
    return specs.Values({"loss": value.numpy()}, {"d_pred": tape.gradient(value, y_pred).numpy()})


def optimizer(case):
    """Return the weights after each step."""
    import keras

    weights, steps = training_cases.weights_and_gradients()
    weights, found = [keras.Variable(w) for w in weights], {}
    own = specs.build(case.spec, vars(keras.optimizers))
    for number, gradients in enumerate(steps):
        own.apply(gradients, weights)
        found |= {f"weight {number}.{k}": w.numpy() for k, w in enumerate(weights)}
    return specs.Values(found, {})


TRAINING = {"loss": loss, "optimizer": optimizer}
