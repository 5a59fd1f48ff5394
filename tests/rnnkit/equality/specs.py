"""What a case is: a layer written down as data, so that each library can build it, and its calls.

Weights, inputs and states come from NumPy's frozen `RandomState` stream: only what a peer makes of
them is stored. All sizes differ pairwise, so that a swapped axis cannot hide.
"""

from typing import Any, NamedTuple

import numpy as np

from tests.rnnkit.cases import B, D, H, T, draw_like

V = 11  # vocabulary of the models that begin with an Embedding

MASKS = {
    "none masked": ("1111111", "1111111"),
    "leading": ("0011111", "0000111"),
    "trailing": ("1111100", "1110000"),
    "holes": ("1011010", "0110101"),
    "one row masked": ("0000000", "1110110"),
    "all masked": ("0000000", "0000000"),
}


class Spec(NamedTuple):
    """A layer, cell or model: the name of its class and its arguments, which may hold specs."""

    kind: str
    args: tuple
    arguments: dict


class Call(NamedTuple):
    """One call: its mask (a key of `MASKS`, or its rows), whether it gets states, resets before."""

    mask: str | tuple[str, ...] | None = None
    state: bool = False
    reset: bool = False


class Case(NamedTuple):
    """One comparison; `row` are the words of its row in the table: layer and flag.

    `inputs` is one of

    - "x": floats of shape (B, T, D)
    - "large": the same times 12, so that gates saturate
    - "padded": one value (options, or 0) where the mask is False, which a Masking layer finds
    - "tokens": numbers below V of shape (B, T), 0 where the mask is False
    - "step": floats of shape (B, D), for a cell
    - "fresh": nothing is called; compared are the biases of a new layer
    - "loss", "optimizer": see `training_cases`

    `sizes` are B, T, D. `options` are for the peer.
    """

    row: tuple[str, str]
    spec: Any
    calls: tuple = (Call(),)
    inputs: str = "x"
    sizes: tuple[int, int, int] = (B, T, D)
    options: dict = {}  # noqa: RUF012 (never changed)


def layer(kind, *args, **arguments):
    """Write a layer down as it would be called."""
    return Spec(kind, args, arguments)


def shape_to_build(case):
    """Return the shape that the case's layer or cell is built for."""
    batch, _, width = case.sizes
    return (batch, width) if case.inputs == "step" else case.sizes


def build(spec, library, built=None):
    """Make the layer of a spec with a library's classes; a spec that stands twice is one layer.

    Parameters
    ----------
    spec : Spec, list of specs, or any other argument
    library : dict
        Classes by their name.
    """
    built = {} if built is None else built
    if isinstance(spec, Spec):
        if id(spec) not in built:
            args = [build(value, library, built) for value in spec.args]
            named = {name: build(value, library, built) for name, value in spec.arguments.items()}
            built[id(spec)] = library[spec.kind](*args, **named)
        return built[id(spec)]
    return [build(s, library, built) for s in spec] if isinstance(spec, list) else spec


def state_sizes(spec):
    """Return one H for each state of a layer, nested for a stack, forward before backward."""
    if isinstance(spec, list):
        return [state_sizes(cell) for cell in spec]
    inner = spec.args[0] if spec.args else spec.arguments["units"]
    if spec.kind == "Bidirectional":
        return state_sizes(inner) + state_sizes(spec.arguments.get("backward_layer", inner))
    if spec.kind in ("RNN", "StackedRNNCells"):
        return state_sizes(inner)
    return [inner, inner] if spec.kind.startswith("LSTM") else [inner]


def mask_of(call):
    """Return the mask of a call, bool of shape (B, T), or None."""
    if call.mask is None:
        return None
    rows = MASKS[call.mask] if isinstance(call.mask, str) else call.mask
    return np.array([[digit == "1" for digit in row] for row in rows])


def inputs_of(case, number):
    """Return the input of the call with this number."""
    random, mask = np.random.RandomState(7 + number), mask_of(case.calls[number])
    batch, _, width = case.sizes
    if case.inputs == "tokens":
        return random.randint(1, V, case.sizes[:2]).astype("int32") * mask
    shape = (batch, width) if case.inputs == "step" else case.sizes
    x = random.normal(size=shape).astype("float32")
    if case.inputs == "large":
        return x * np.float32(12)
    padding = np.float32(case.options.get("padding", 0))
    return np.where(mask[..., None], x, padding) if case.inputs == "padded" else x


def arguments_of(case, number):
    """Return initial_state and mask of a call as keyword arguments, without those not given."""
    call, given = case.calls[number], {}
    if call.state:
        random = np.random.RandomState(11)
        given["initial_state"] = states_like(state_sizes(case.spec), case.sizes[0], random)
    if call.mask is not None and case.inputs == "x":
        given["mask"] = mask_of(call)
    return given


def states_like(sizes, batch, random):
    """Return random states of shape (B, H), nested like the sizes."""
    if isinstance(sizes, list):
        return [states_like(size, batch, random) for size in sizes]
    return random.uniform(-1, 1, (batch, sizes)).astype("float32")


def weights_like(arrays):
    """Return random weights of the same shapes, none of them zero; biases too."""
    return draw_like(arrays, seed=5)


def gradients_like(shapes):
    """Return dL/d of results with these shapes: the loss is sum(result * this)."""
    random = np.random.RandomState(13)
    return [random.uniform(-1, 1, shape).astype("float32") for shape in shapes]


def dropout_masks():
    """Return what dropout hides in the cases with dropout: masks (B, D) for x and (B, H) for h."""
    random = np.random.RandomState(17)
    return [
        (random.uniform(size=(B, size)) > 0.4).astype("float32") / np.float32(0.6)
        for size in (D, H)
    ]


def flatten(nested):
    """Return the arrays of a nested result, in order."""
    if isinstance(nested, (list, tuple)):
        return [array for part in list(nested) for array in flatten(part)]
    return [nested]


def nest(flat, sizes):
    """Return a flat list of arrays nested like the sizes of states."""
    left = iter(flat)

    def take(size):
        return [take(s) for s in size] if isinstance(size, list) else next(left)

    return take(sizes)


class Slopes(NamedTuple):
    """Gradients of one step, named as those of a layer."""

    inputs: Any
    weights: list
    initial_state: Any


def fresh_biases(net):
    """Return what is not random in a layer that was just built."""
    return named([[w for w in net.get_weights() if np.all(np.isin(w, (0, 1)))]], [], [], [])


class Values(NamedTuple):
    """What one library gives for a case: arrays by name, of the results and of the gradients."""

    forward: dict
    gradient: dict


def named(results, inputs, weights, states):
    """Return `Values` with short names.

    Parameters
    ----------
    results : list of list of arrays
        Of each call, flat.
    inputs : list of arrays or None
        dL/dx of each call.
    weights : list of arrays
        dL/d of all weights in Keras' order, summed over the calls.
    states : list of list of arrays
        dL/d of the initial states of each call, flat; empty where none were given.
    """
    forward = {f"result {n}.{k}": a for n, call in enumerate(results) for k, a in enumerate(call)}
    gradient = {f"d_x {n}": a for n, a in enumerate(inputs) if a is not None}
    gradient |= {f"d_weight {k}": a for k, a in enumerate(weights)}
    gradient |= {f"d_state {n}.{k}": a for n, call in enumerate(states) for k, a in enumerate(call)}
    as_arrays = [{k: np.asarray(a) for k, a in part.items()} for part in (forward, gradient)]
    return Values(*as_arrays)
