"""What is compared with Keras: losses, optimizers over many steps, and whole calls of `fit`.

Each function takes the library's layers, losses and optimizers, so that Keras and rnnkit run the
same lines. Random numbers come from NumPy's frozen `RandomState` stream.
"""

import numpy as np

LIMITS = {
    "": {},
    "value": {"clipvalue": 0.3},
    "norm": {"clipnorm": 0.5},
    "global": {"global_clipnorm": 0.8},
}
OPTIMIZERS = {
    "SGD": ("SGD", {"learning_rate": 0.05}),
    "SGD default": ("SGD", {}),
    "SGD momentum": ("SGD", {"learning_rate": 0.05, "momentum": 0.9}),
    "SGD nesterov": ("SGD", {"learning_rate": 0.05, "momentum": 0.9, "nesterov": True}),
    "RMSprop": ("RMSprop", {"learning_rate": 0.02}),
    "RMSprop default": ("RMSprop", {}),
    "Adam": ("Adam", {"learning_rate": 0.05, "beta_1": 0.8, "epsilon": 1e-3}),
    "Adam default": ("Adam", {}),
}
STEPS = 20


def random(seed):
    return np.random.RandomState(seed)


def loss_cases():
    """Return name -> (kind, arguments, y_true, y_pred, mask)."""
    logits = random(1).normal(size=(3, 4, 5)).astype("float32") * 3
    classes = random(2).randint(0, 5, size=(3, 4))
    mask = np.array([[1, 1, 0, 0], [0, 1, 1, 1], [1, 1, 1, 1]], bool)
    answers = {
        "SparseCategoricalCrossentropy": ({"from_logits": True}, classes),
        "CategoricalCrossentropy": ({"from_logits": True}, np.eye(5, dtype="float32")[classes]),
        "MeanSquaredError": ({}, random(3).normal(size=(3, 4, 5)).astype("float32")),
    }
    cases = {}
    for kind, (arguments, y_true) in answers.items():
        cases[kind] = kind, arguments, y_true, logits, None
        cases[f"{kind}, mask"] = kind, arguments, y_true, logits, mask
        cases[f"{kind}, large"] = kind, arguments, y_true, logits * 40, mask
        cases[f"{kind}, vectors"] = kind, arguments, y_true[:, 0], logits[:, 0], None
    return cases


def optimizer_cases():
    """Return name -> (kind, arguments)."""
    return {
        f"{name} {limit}".strip(): (kind, {**arguments, **limits})
        for name, (kind, arguments) in OPTIMIZERS.items()
        for limit, limits in LIMITS.items()
    }


def weights_and_gradients():
    """Return two weights, and their gradients at every step."""
    weights = [random(4).normal(size=shape).astype("float32") for shape in ((3, 4), (4,))]
    gradients = [
        [random(10 + step).normal(size=w.shape).astype("float32") for w in weights]
        for step in range(STEPS)
    ]
    return weights, gradients


def fit_cases():
    """Return name -> (optimizer, arguments)."""
    return {
        "SGD": ("SGD", {"learning_rate": 0.1}),
        "SGD momentum global": (
            "SGD",
            {"learning_rate": 0.1, "momentum": 0.9, "global_clipnorm": 0.05},
        ),
        "Adam": ("Adam", {"learning_rate": 0.02}),
        "RMSprop": ("RMSprop", {"learning_rate": 0.02}),
    }


def fit(layers, losses, optimizers, sequential, optimizer, arguments):
    """Train a masked model for three epochs without shuffling; return losses and weights."""
    x = random(5).normal(size=(7, 6, 3)).astype("float32")
    x[0, 4:], x[3, 2:], x[6, 5:] = 0, 0, 0
    y = random(6).randint(0, 5, size=(7, 6))
    inner = layers.LSTM(4, return_sequences=True)
    model = sequential([layers.Masking(), inner, layers.Dense(5)])
    model.build((None, 6, 3))
    seeds = enumerate(model.get_weights())
    model.set_weights(
        [random(20 + n).uniform(-0.6, 0.6, w.shape).astype("float32") for n, w in seeds]
    )
    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(getattr(optimizers, optimizer)(**arguments), loss)
    history = model.fit(x, y, batch_size=3, epochs=3, shuffle=False, verbose=0)
    return [np.array(history.history["loss"]), *model.get_weights()]
