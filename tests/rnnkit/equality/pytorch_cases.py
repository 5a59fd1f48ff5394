"""The cases in which rnnkit must equal PyTorch: what both describe, with our form of each.

A packed sequence of PyTorch is a mask of trailing steps here, its padded output our
zero_output_for_mask, and its h_n our states.
"""

from itertools import product

from tests.rnnkit.cases import D, H, T
from tests.rnnkit.equality.keras_cases import ON_OFF, name_of
from tests.rnnkit.equality.specs import Call, Case, layer

MODULES = {
    "nn.RNN(tanh)": ("SimpleRNN", ()),
    "nn.RNN(relu)": ("SimpleRNN", ("relu",)),
    "nn.GRU": ("GRU", ()),
    "nn.LSTM": ("LSTM", ()),
}
BOTH = {"return_sequences": True, "return_state": True}


def all_cases():
    """Return every case by its name; `options` are what `in_pytorch` builds its module from."""
    cases = {}
    for (module, (kind, args)), bias, call in product(
        MODULES.items(), ON_OFF, (Call(), Call(state=True), Call("trailing", state=True))
    ):
        flags = {"use_bias": bias, "zero_output_for_mask": True, **BOTH}
        for sides in (1, 2):
            spec = layer(kind, H, *args, **flags)
            if sides == 2:
                spec = layer("Bidirectional", spec)
            words = name_of(module, call, bias=str(bias), bidirectional=sides == 2)
            flag = "bidirectional" if sides == 2 else "bias, h_0"
            options = {"module": module, "bias": bias, "sides": sides, "layers": 1}
            cases[words] = Case(
                (module, with_packed(flag, call)), spec, (call,), "x", options=options
            )
        below = layer(f"{kind}Cell", H, *args, use_bias=bias)
        above = layer(f"{kind}Cell", H, *args, use_bias=bias)
        spec = layer("RNN", [below, above], zero_output_for_mask=True, **BOTH)
        words = name_of(f"{module}, num_layers=2", call, bias=str(bias))
        options = {"module": module, "bias": bias, "sides": 1, "layers": 2}
        cases[words] = Case(
            (module, with_packed("num_layers=2", call)), spec, (call,), "x", options=options
        )
    for (module, (kind, args)), mask in product(MODULES.items(), (None, "trailing")):
        inner = layer(kind, H, *args, return_sequences=True)
        both = [layer("Bidirectional", inner), layer("Bidirectional", inner)]
        spec = layer("Sequential", [layer("Input", (T, D)), *both])
        words = name_of(f"{module}, num_layers=2, bidirectional", Call(mask))
        options = {"module": module, "bias": True, "sides": 2, "layers": 2}
        row = (module, with_packed("num_layers=2, bidirectional", Call(mask)))
        cases[words] = Case(row, spec, (Call(mask),), "x", options=options)
    for module, (kind, args) in MODULES.items():
        spec = layer(f"{kind}Cell", H, *args)
        words = f"{module.replace('(', 'Cell(') if '(' in module else module + 'Cell'}, one step"
        options = {"module": module, "bias": True, "sides": 1, "layers": 1}
        cases[words] = Case(
            (words.split(",")[0], "bias, h_0"), spec, (Call(state=True),), "step", options=options
        )
    return cases


def with_packed(flag, call):
    """Return the flag of the table's row, with its mask."""
    return f"{flag}, PackedSequence" if call.mask else flag
