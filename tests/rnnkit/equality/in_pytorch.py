"""What PyTorch gives for a case, with weights and gradients in the layout of Keras.

The mapping, for one layer and direction: kernel = weight_ih.T and recurrent kernel = weight_hh.T,
with the gate blocks put in another order: PyTorch's LSTM has Keras' order i, f, g, o, its GRU has
r, z, n where Keras has z, r, h. PyTorch always has two biases; the GRU of Keras (reset_after) keeps
them as two rows, the others add them, so there bias_hh = 0 and the gradient of either is Keras'.
"""

import numpy as np

from tests.rnnkit.cases import D, H
from tests.rnnkit.equality import specs

BLOCKS = {"SimpleRNN": [0], "GRU": [1, 0, 2], "LSTM": [0, 1, 2, 3]}


def versions():
    """Return the version of the library that gives the values."""
    import torch

    return {"torch": torch.__version__.partition("+")[0]}


def run(case):
    """Run the one call of a case in PyTorch, forward and back.

    Returns
    -------
    Values
    """
    import torch

    kind = kind_of(case)
    step = case.inputs == "step"
    module = make(case, torch, step)
    weights = weights_of(case, kind)
    fill(module, kind, weights, torch)
    x = torch.tensor(specs.inputs_of(case, 0), requires_grad=True)
    given = specs.arguments_of(case, 0).get("initial_state")
    states = [torch.tensor(s, requires_grad=True) for s in specs.flatten(given or [])]
    results = one_step(module, x, states) if step else whole(module, case, x, states, torch)
    if case.spec.kind == "Sequential":
        results = results[:1]
    d_results = specs.gradients_like([tuple(r.shape) for r in results])
    loss = sum((r * torch.tensor(d)).sum() for r, d in zip(results, d_results, strict=True))
    loss.backward()
    d_states = [state.grad.numpy() for state in states]
    return specs.named(
        [[r.detach().numpy() for r in results]],
        [x.grad.numpy()],
        gradients_of(module, kind, case.options["bias"]),
        [d_states],
    )


def kind_of(case):
    """Return "SimpleRNN", "GRU" or "LSTM"."""
    module = case.options["module"]
    return "SimpleRNN" if "RNN" in module else module.removeprefix("nn.")


def make(case, torch, step):
    """Return the module of the case."""
    options, kind = case.options, kind_of(case)
    name = "RNN" if kind == "SimpleRNN" else kind
    extra = {"nonlinearity": "relu" if "relu" in options["module"] else "tanh"}
    extra = extra if kind == "SimpleRNN" else {}
    if step:
        return getattr(torch.nn, f"{name}Cell")(D, H, bias=options["bias"], **extra)
    return getattr(torch.nn, name)(
        D,
        H,
        num_layers=options["layers"],
        bias=options["bias"],
        bidirectional=options["sides"] == 2,
        batch_first=True,
        **extra,
    )


def weights_of(case, kind):
    """Return the case's weights in the layout of Keras, drawn as for rnnkit."""
    options, count, width = case.options, len(BLOCKS[kind]), len(BLOCKS[kind]) * H
    shapes = []
    for level in range(options["layers"]):
        features = D if level == 0 else H * options["sides"]
        own = [(features, width), (H, width)]
        own += [(2, width) if count == 3 else (width,)] * options["bias"]
        shapes += own * options["sides"]
    return specs.weights_like([np.zeros(shape) for shape in shapes])


def parameters_of(module):
    """Return the parameters of each layer and direction: weight_ih, weight_hh, biases."""
    names = [name for name, _ in module.named_parameters()]
    ends = list(
        dict.fromkeys(name.split("_", 2)[2] if name.count("_") > 1 else "" for name in names)
    )
    found = dict(module.named_parameters())
    stems = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    joined = [[f"{stem}_{end}" if end else stem for stem in stems] for end in ends]
    return [[found[name] for name in group if name in found] for group in joined]


def reorder(array, kind):
    """Put the gate blocks of the last axis in the other order; twice is once back."""
    blocks = np.split(array, len(BLOCKS[kind]), axis=-1)
    return np.concatenate([blocks[number] for number in BLOCKS[kind]], axis=-1)


def fill(module, kind, weights, torch):
    """Write weights in the layout of Keras into a module."""
    left = iter(weights)
    for own in parameters_of(module):
        values = [reorder(next(left), kind).T, reorder(next(left), kind).T]
        if len(own) == 4:
            bias = reorder(next(left), kind)
            values += list(bias) if bias.ndim == 2 else [bias, np.zeros_like(bias)]
        with torch.no_grad():
            for parameter, value in zip(own, values, strict=True):
                parameter.copy_(torch.tensor(np.ascontiguousarray(value)))


def gradients_of(module, kind, bias):
    """Return the gradients of a module's parameters in the layout of Keras."""
    found = []
    for own in parameters_of(module):
        slopes = [parameter.grad.numpy() for parameter in own]
        found += [reorder(slope.T, kind) for slope in slopes[:2]]
        if bias:
            both = reorder(np.stack(slopes[2:]), kind)
            found.append(both if kind == "GRU" else both[0])
    return found


def one_step(cell, x, states):
    """Return what our cell returns, flat: the output, then the states."""
    new = cell(x, tuple(states) if len(states) > 1 else states[0])
    new = new if isinstance(new, tuple) else (new,)
    return [new[0], *new]


def whole(module, case, x, states, torch):
    """Return what our layer returns, flat: the outputs, then the states of each layer and side."""
    utils = torch.nn.utils.rnn
    lengths = None
    mask = specs.mask_of(case.calls[0])
    if mask is not None:
        lengths = torch.tensor(mask.sum(axis=1))
        assert (mask == (np.arange(mask.shape[1]) < mask.sum(axis=1)[:, None])).all()
    fed = x if lengths is None else utils.pack_padded_sequence(x, lengths, True, False)
    number = len(states) // (case.options["layers"] * case.options["sides"])
    start = [torch.stack(states[k::number]) for k in range(number)]
    given = () if not states else (tuple(start) if number == 2 else start[0],)
    output, end = module(fed, *given)
    if lengths is not None:
        output = utils.pad_packed_sequence(output, True, total_length=x.shape[1])[0]
    end = end if isinstance(end, tuple) else (end,)
    return [output, *(part[k] for k in range(len(end[0])) for part in end)]
