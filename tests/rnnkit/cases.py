"""The cases in which rnnkit must equal Keras: every layer with every flag, at sizes that differ.

Weights and inputs come from NumPy's frozen `RandomState` stream, so that only Keras' outputs
need to be stored.
"""

import itertools

import numpy as np

B, T, D, H = 2, 7, 3, 5
FLAGS = ("return_sequences", "return_state", "go_backwards")
VARIANTS = {
    "SimpleRNN": {
        "default": {},
        "no_bias": {"use_bias": False},
        "relu": {"activation": "relu"},
    },
    "GRU": {
        "default": {},
        "reset_before": {"reset_after": False},
        "no_bias": {"use_bias": False},
        "reset_before_no_bias": {"reset_after": False, "use_bias": False},
        "hard_sigmoid": {"activation": "softsign", "recurrent_activation": "hard_sigmoid"},
    },
    "LSTM": {
        "default": {},
        "no_bias": {"use_bias": False},
        "hard_sigmoid": {"activation": "relu", "recurrent_activation": "hard_sigmoid"},
    },
}
BLOCKS = {"SimpleRNN": 1, "GRU": 3, "LSTM": 4}
STACKS = {
    "stack_lstm_gru": (("LSTMCell", 5), ("GRUCell", 4)),
    "stack_simple": (("SimpleRNNCell", 5), ("SimpleRNNCell", 4), ("SimpleRNNCell", 6)),
    "stack_one_lstm": (("LSTMCell", 5),),
}
TOLERANCE = {"SimpleRNN": 2e-6, "GRU": 1e-6, "LSTM": 1e-6, "RNN": 2e-6}


def all_cases():
    """Return every case by its name: dicts with layer, arguments, flags and state."""
    cases = {}
    settings = list(itertools.product((False, True), repeat=len(FLAGS) + 1))
    for layer, variants in VARIANTS.items():
        for (variant, arguments), (*flags, state) in itertools.product(variants.items(), settings):
            flags = dict(zip(FLAGS, flags, strict=True))
            add(cases, layer, variant, arguments, flags, state)
    for stack, (*flags, state) in itertools.product(STACKS, settings):
        add(cases, "RNN", stack, {}, dict(zip(FLAGS, flags, strict=True)), state)
    return cases


def add(cases, layer, variant, arguments, flags, state):
    """Add one case under a name such as ``LSTM-default-return_sequences-initial_state``."""
    words = [layer, variant, *(flag for flag, on in flags.items() if on)]
    cases["-".join(words + ["initial_state"] * state)] = {
        "layer": layer,
        "variant": variant,
        "arguments": {**arguments, **flags},
        "state": state,
    }


def make_layer(case, library, cells):
    """Build the case's layer with its weights set.

    `library` holds the layers and `cells` the cells: `keras.layers` twice, or rnnkit twice.
    """
    if case["layer"] == "RNN":
        stack = [getattr(cells, kind)(units) for kind, units in STACKS[case["variant"]]]
        layer = library.RNN(stack, **case["arguments"])
    else:
        layer = getattr(library, case["layer"])(H, **case["arguments"])
    layer.build((None, None, D))
    layer.set_weights(draw_like(layer.get_weights(), seed=len(case["variant"])))
    return layer


def draw_like(arrays, seed):
    """Return random arrays of the same shapes, none of them zero."""
    random = np.random.RandomState(seed)
    return [random.uniform(-0.8, 0.8, array.shape).astype("float32") for array in arrays]


def inputs():
    """Return x of shape (B, T, D)."""
    return np.random.RandomState(7).normal(size=(B, T, D)).astype("float32")


def initial_state(case, layer):
    """Return random states for the case, nested as the layer takes them, or None."""
    if not case["state"]:
        return None
    random = np.random.RandomState(11)

    def draw(sizes):
        if isinstance(sizes, (list, tuple)):
            return [draw(size) for size in sizes]
        return random.uniform(-1, 1, (B, sizes)).astype("float32")

    states = draw(layer.cell.state_size)
    if case["layer"] != "RNN":
        return states
    return [state if isinstance(state, list) else [state] for state in states]


def run(case, library, cells):
    """Run the case and return its outputs as a flat list of arrays."""
    layer = make_layer(case, library, cells)
    result = layer(inputs(), initial_state=initial_state(case, layer))
    return [np.asarray(array) for array in flatten(result)]


def flatten(result):
    """Return the arrays of a nested result, in order."""
    if isinstance(result, (list, tuple)):
        return [array for part in list(result) for array in flatten(part)]
    return [result]
