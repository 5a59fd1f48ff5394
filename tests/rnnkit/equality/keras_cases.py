"""The cases in which rnnkit must equal Keras: each layer, flag, mask and state, and how they meet.

Where flags could disturb each other the whole product is taken; a case that adds nothing is left
out. `all_cases` gives them by name.
"""

from itertools import product

from tests.rnnkit.cases import B, D, H, T
from tests.rnnkit.equality import training_cases
from tests.rnnkit.equality.specs import MASKS, Call, Case, V, layer

DEFAULTS = {
    "SimpleRNN": ("SimpleRNN", {}),
    "GRU": ("GRU", {}),
    "GRU(reset_after=False)": ("GRU", {"reset_after": False}),
    "LSTM": ("LSTM", {}),
}
FLAGS = "return_sequences, return_state, go_backwards, initial_state"
MASK = "mask, zero_output_for_mask"
ACTIVATIONS = (
    "elu",
    "hard_sigmoid",
    "linear",
    "relu",
    "relu6",
    "sigmoid",
    "softmax",
    "softplus",
    "softsign",
    "tanh",
)
GATES = (
    ("relu", "hard_sigmoid"),
    ("softsign", "hard_sigmoid"),
    ("linear", "sigmoid"),
    ("sigmoid", "tanh"),
    ("tanh", "softmax"),
    ("softmax", "sigmoid"),
    ("relu6", "softsign"),
    ("elu", "sigmoid"),
    ("softplus", "hard_sigmoid"),
)
STACKS = {
    "RNN([LSTMCell, GRUCell])": (("LSTMCell", 5), ("GRUCell", 4)),
    "RNN([SimpleRNNCell] * 3)": (("SimpleRNNCell", 5), ("SimpleRNNCell", 4), ("SimpleRNNCell", 6)),
    "RNN([LSTMCell])": (("LSTMCell", 5),),
}
SIZES = ((1, 1, 1, 1), (1, 9, 4, 3), (8, 1, 2, 6), (2, 30, 6, 4), (5, 6, 16, 9))
ON_OFF = (False, True)
MERGES = ("concat", "sum", "mul", "ave", None)
SCENES = {
    "two calls": (Call(), Call()),
    "two calls, then reset_state": (Call(), Call(), Call(reset=True)),
    "initial_state, then goes on": (Call(state=True), Call()),
    "goes on, then initial_state": (Call(), Call(state=True)),
    "mask, then goes on": (Call("trailing"), Call()),
    "goes on with a mask": (Call(), Call("holes")),
}


def all_cases():
    """Return every case by its name."""
    makers = (
        flags,
        no_bias,
        activations,
        sizes,
        stacks,
        masks,
        zero_output_for_mask,
        stateful,
        dropout,
        bidirectional,
        own_backward_layer,
        models,
        masking_models,
        cells,
        fresh,
        training_cases.losses,
        training_cases.optimizers,
    )
    cases = {}
    for make in makers:
        for name, case in make():
            assert name not in cases, name
            cases[name] = case
    return cases


def name_of(words, call=None, **flags):
    """Return a case's name: words, the flags that are on, what the call is given."""
    parts = [words]
    for flag, value in flags.items():
        if value not in (False, None):
            parts.append(flag if value is True else f"{flag}={value}")
    if call is not None:
        parts += [f"mask {call.mask}"] * (call.mask is not None) + ["initial_state"] * call.state
    return ", ".join(parts)


def every_layer():
    """Yield what a row of the table calls it, and a function that makes its spec from flags."""
    for row, (kind, own) in DEFAULTS.items():
        yield row, lambda _k=kind, _o=own, **flags: layer(_k, H, **_o, **flags)
    row, cells = next(iter(STACKS.items()))
    yield row, lambda **flags: stack(cells, **flags)


def stack(cells, **flags):
    """Return the spec of RNN([cells])."""
    return layer("RNN", [layer(kind, units) for kind, units in cells], **flags)


def return_flags():
    """Yield every combination of the three flags, with and without initial states."""
    for sequences, state, backwards, given in product(ON_OFF, repeat=4):
        flags = {
            "return_sequences": sequences,
            "return_state": state,
            "go_backwards": backwards,
        }
        yield flags, Call(state=given)


def flags():
    """Return flags x go_backwards x initial_state, for all layers."""
    for (row, make), (flags, call) in product(every_layer(), return_flags()):
        case = Case((row, FLAGS), make(**flags), (call,))
        yield name_of(row, call, **flags), case


def no_bias():
    """Without bias: another path in each layer, so with all flags again."""
    for (row, (kind, own)), (flags, call) in product(DEFAULTS.items(), return_flags()):
        if flags["return_sequences"] == flags["return_state"]:
            spec = layer(kind, H, **own, use_bias=False, **flags)
            yield (
                name_of(f"{row}, use_bias=False", call, **flags),
                Case((row, "use_bias=False"), spec, (call,)),
            )


def activations():
    """Every activation in a state, and pairs of them in the gated layers."""
    flags = {"return_sequences": True, "return_state": True}
    call = (Call(state=True),)
    for activation in ACTIVATIONS[:-1]:  # all but the default
        spec = layer("SimpleRNN", H, activation, **flags)
        yield (
            f"SimpleRNN, activation={activation}",
            Case(("SimpleRNN", "activation"), spec, call),
        )
    for (row, (kind, own)), (activation, gate) in product(list(DEFAULTS.items())[1:], GATES):
        spec = layer(kind, H, activation, gate, **own, **flags)
        words = f"{row}, activation={activation}, recurrent_activation={gate}"
        yield words, Case((row, "activation, recurrent_activation"), spec, call)


def sizes():
    """One of everything, long, wide, and gates that saturate."""
    flags = {"return_sequences": True, "return_state": True}
    call = (Call(state=True),)
    for (row, (kind, own)), (*shape, units) in product(DEFAULTS.items(), SIZES):
        case = Case((row, "B, T, D, H"), layer(kind, units, **own, **flags), call)
        words = "B, T, D, H = {}, {}, {}, {}".format(*shape, units)
        yield f"{row}, {words}", case._replace(sizes=tuple(shape))
    for row, make in every_layer():
        yield (
            f"{row}, large inputs",
            Case((row, "12 * x"), make(**flags), call, "large"),
        )


def stacks():
    """Other stacks: three cells, one cell, cells with own activations, a cell that stands twice."""
    for row, (flags, call) in product(list(STACKS)[1:], return_flags()):
        if flags["return_sequences"] == flags["return_state"]:
            case = Case((row, FLAGS), stack(STACKS[row]), ())
            spec = stack(STACKS[row], **flags)
            yield name_of(row, call, **flags), case._replace(spec=spec, calls=(call,))
    cells = [
        layer("GRUCell", 4, "relu", "hard_sigmoid", reset_after=False),
        layer("SimpleRNNCell", 6, "softsign", use_bias=False),
        layer("LSTMCell", H),
    ]
    shared = layer("GRUCell", H)
    for given in ON_OFF:
        call = Call(state=given)
        both = {"return_sequences": True, "return_state": True}
        spec = layer("RNN", layer("StackedRNNCells", cells), **both)
        yield (
            name_of("StackedRNNCells", call),
            Case(("RNN(StackedRNNCells)", "activation, use_bias"), spec, (call,)),
        )
        spec = layer("RNN", [shared, layer("LSTMCell", H), shared], **both)
        case = Case(("RNN(StackedRNNCells)", "[cell, other, cell]"), spec, (call,), "x", (B, T, H))
        yield name_of("a cell twice", call), case
        spec = layer("RNN", layer("LSTMCell", H), go_backwards=True, **both)
        yield name_of("RNN(LSTMCell)", call), Case(("RNN(LSTMCell)", FLAGS), spec, (call,))


def masks():
    """Each mask x return_sequences x go_backwards x zero_output_for_mask, with initial states.

    Less where less can show: all steps masked (nothing is read), none masked (the path of a mask
    against the one without), and zeros as initial states.
    """
    names = ("return_sequences", "go_backwards", "zero_output_for_mask")
    for (row, make), mask, *on in product(every_layer(), MASKS, *[ON_OFF] * 3):
        nothing_read, plain = mask == "all masked", mask == "none masked"
        if (nothing_read and on[1]) or (plain and (not on[0] or on[2])):
            continue
        flags = dict(zip(names, on, strict=True))
        call = Call(mask, state=True)
        spec = make(return_state=True, **flags)
        yield name_of(row, call, **flags), Case((row, MASK), spec, (call,))
    for (row, make), mask in product(every_layer(), ("leading", "one row masked")):
        call = Call(mask)
        spec = make(return_state=True, return_sequences=True)
        yield name_of(row, call), Case((row, MASK), spec, (call,))
    for row, (kind, own) in DEFAULTS.items():  # the paths with a mask, without a bias and tanh
        call = Call("holes", state=True)
        pair = ("softsign",) if kind == "SimpleRNN" else ("softsign", "hard_sigmoid")
        spec = layer(kind, H, *pair, **own, use_bias=False, return_sequences=True)
        words = name_of(f"{row}, use_bias=False, softsign", call)
        yield words, Case((row, MASK), spec, (call,))


def zero_output_for_mask():
    """Without a mask the flag changes nothing."""
    for row, make in every_layer():
        spec = make(return_sequences=True, return_state=True, zero_output_for_mask=True)
        yield f"{row}, zero_output_for_mask", Case((row, MASK), spec)


def stateful():
    """Calls that go on from each other. (Keras cannot reset the states of a stack.)"""
    for (row, make), (scene, calls), backwards in product(every_layer(), SCENES.items(), ON_OFF):
        if row in DEFAULTS or not any(call.reset for call in calls):
            spec = make(
                stateful=True, return_sequences=True, return_state=True, go_backwards=backwards
            )
            words = name_of(f"{row}, stateful, {scene}", go_backwards=backwards)
            yield words, Case((row, "stateful, reset_state"), spec, calls)
    for row, make in every_layer():
        twice = Case((row, "stateful, reset_state"), make(stateful=True), (Call(), Call()))
        yield f"{row}, stateful, last output only", twice
        yield f"{row}, two calls that know nothing of each other", twice._replace(spec=make())


def dropout():
    """In training, with the masks of both libraries set to the same ones."""
    rates = {"dropout": {"dropout": 0.4}, "recurrent_dropout": {"recurrent_dropout": 0.4}}
    rates["both"] = {"dropout": 0.4, "recurrent_dropout": 0.4}
    for (row, (kind, own)), (which, given), mask in product(
        DEFAULTS.items(), rates.items(), (None, "holes")
    ):
        call = Call(mask, state=True)
        spec = layer(kind, H, **own, **given, return_sequences=True, return_state=True)
        case = Case((row, "dropout, recurrent_dropout"), spec, (call,), options={"dropout": True})
        yield name_of(f"{row}, dropout: {which}", call), case


def bidirectional():
    """Every layer x merge_mode x return_sequences x states x masks, where they meet.

    How two outputs are merged does not depend on the layers: all modes around two of them.
    """
    calls = (Call(), Call(state=True), Call("holes"), Call("trailing", state=True))
    for (row, make), merge, sequences, call in product(every_layer(), MERGES, ON_OFF, calls):
        if merge == "concat" or (row in ("SimpleRNN", "LSTM") and call in calls[1:3]):
            inner = make(return_sequences=sequences, return_state=call.state)
            words = name_of(f"Bidirectional({row}), {merge}", call, return_sequences=sequences)
            case = Case((f"Bidirectional({row})", "merge_mode"), inner, (call,))
            yield words, case._replace(spec=layer("Bidirectional", inner, merge_mode=merge))
    for (row, make), mask, sequences in product(every_layer(), MASKS, ON_OFF):
        if row == "GRU" or row not in DEFAULTS:
            inner = make(return_sequences=sequences, return_state=True)
            words = name_of(f"Bidirectional({row})", Call(mask), return_sequences=sequences)
            case = Case((f"Bidirectional({row})", "mask"), layer("Bidirectional", inner))
            yield f"{words}, return_state", case._replace(calls=(Call(mask),))
    for (row, make), calls in product(
        every_layer(), ((Call(), Call()), (Call(state=True), Call()))
    ):
        spec = layer("Bidirectional", make(stateful=True, return_sequences=True))
        words = name_of(f"Bidirectional({row}), stateful", calls[0])
        yield words, Case((f"Bidirectional({row})", "stateful"), spec, calls)


def own_backward_layer():
    """A backward_layer of its own: other units, another class, or the forward one reads back."""
    both = {"return_sequences": True}
    pairs = {
        "other units": (layer("LSTM", H, **both), layer("LSTM", 4, go_backwards=True, **both)),
        "another class": (
            layer("GRU", H, **both),
            layer("SimpleRNN", 4, go_backwards=True, **both),
        ),
        "last output": (layer("GRU", H), layer("SimpleRNN", 4, "relu", go_backwards=True)),
        "forward goes back": (
            layer("LSTM", H, go_backwards=True, **both),
            layer("LSTM", H, **both),
        ),
    }
    for (words, (ahead, back)), mask in product(pairs.items(), (None, "holes")):
        spec = layer("Bidirectional", ahead, backward_layer=back)
        row = ("Bidirectional", "backward_layer")
        yield name_of(f"backward_layer, {words}", Call(mask)), Case(row, spec, (Call(mask),))
    ahead = layer("LSTM", H, return_state=True, **both)
    back = layer("LSTM", 4, return_state=True, go_backwards=True, **both)
    spec = layer("Bidirectional", ahead, backward_layer=back, merge_mode=None)
    call = Call("leading", state=True)
    yield "backward_layer, all at once", Case(("Bidirectional", "backward_layer"), spec, (call,))


def models():
    """Layers on top of each other in a Sequential model, with Dense."""
    both = {"return_sequences": True}
    for activation in ACTIVATIONS:
        stacked = [layer("Input", (T, D)), layer("Dense", 4, activation)]
        spec = layer("Sequential", stacked)
        yield f"Dense, {activation}", Case(("Dense", "activation"), spec)
    tops = {
        "a Dense layer without bias": [layer("Dense", 4, use_bias=False)],
        "LSTM, Dense": [layer("LSTM", H), layer("Dense", 4, "softmax")],
        "GRU, Dense at every step": [layer("GRU", H, **both), layer("Dense", 4, "softmax")],
        "three layers": [
            layer("SimpleRNN", H, **both),
            layer("GRU", 4, go_backwards=True, **both),
            layer("LSTM", 6),
        ],
        "Bidirectional on Bidirectional": [
            layer("Bidirectional", layer("LSTM", H, **both)),
            layer("Bidirectional", layer("GRU", 4), merge_mode="sum"),
            layer("Dense", 6),
        ],
    }
    for (words, layers), mask in product(tops.items(), (None, "holes")):
        if mask is None or "three" in words or "Bidir" in words:
            spec = layer("Sequential", [layer("Input", (T, D)), *layers])
            case = Case(("Sequential", "layers, mask"), spec, (Call(mask),))
            yield name_of(f"Sequential, {words}", Call(mask)), case
    spec = layer(
        "Sequential",
        [layer("Input", batch_shape=(B, T, D)), layer("GRU", H, stateful=True), layer("Dense", 4)],
    )
    case = Case(("Sequential", "stateful"), spec, (Call(), Call()))
    yield "Sequential, stateful", case


def masking_models():
    """Masks that a layer computes: Embedding(mask_zero=True) and Masking, through two layers."""
    both = {"return_sequences": True}
    starts = {
        "Embedding": ("tokens", [layer("Input", (T,)), layer("Embedding", V, D, mask_zero=True)]),
        "Masking": ("padded", [layer("Input", (T, D)), layer("Masking")]),
    }
    tops = {f"then {row}": [make()] for row, make in every_layer()}
    tops |= {
        "then two layers": [layer("LSTM", H, **both), layer("GRU", 4)],
        "then all steps": [layer("GRU", H, **both), layer("Dense", 4)],
        "then Bidirectional": [
            layer("Bidirectional", layer("LSTM", H, **both)),
            layer("Bidirectional", layer("SimpleRNN", 4)),
        ],
        "then backwards": [
            layer("SimpleRNN", H, go_backwards=True, zero_output_for_mask=True, **both)
        ],
    }
    for (start, (inputs, first)), (words, rest), mask in product(
        starts.items(), tops.items(), MASKS
    ):
        if mask in ("trailing", "holes", "one row masked"):
            case = Case(
                (start, "mask_zero=True" if start == "Embedding" else "mask_value"),
                layer("Sequential", first + rest),
            )
            case = case._replace(calls=(Call(mask),), inputs=inputs)
            yield name_of(f"{start} {words}", Call(mask)), case
    for value, mask in product((0.0, -1.5), ("holes", "one row masked")):
        tops = [layer("Masking", value), layer("Dense", 4)]
        case = Case(("Masking", "mask_value"), layer("Sequential", [layer("Input", (T, D)), *tops]))
        case = case._replace(calls=(Call(mask),), inputs="padded", options={"padding": value})
        yield name_of(f"Masking({value}) then Dense", Call(mask)), case
    alone = layer("Sequential", [layer("Input", (T,)), layer("Embedding", V, D)])
    case = Case(("Embedding", "mask_zero=False"), alone, (Call("trailing"),), "tokens")
    yield "Embedding alone", case


def cells():
    """One step of a cell."""
    for kind, own in (
        ("SimpleRNNCell", {}),
        ("GRUCell", {}),
        ("GRUCell", {"reset_after": False}),
        ("LSTMCell", {}),
        ("LSTMCell", {"use_bias": False}),
    ):
        words = name_of(kind, None, **{k: str(v) for k, v in own.items()})
        spec = layer(kind, H, **own)
        yield words, Case((kind, "states"), spec, (Call(state=True),), "step")
    stacked = layer("StackedRNNCells", [layer("LSTMCell", H), layer("GRUCell", 4)])
    case = Case(("StackedRNNCells", "states"), stacked, (Call(state=True),), "step")
    yield "StackedRNNCells, one step", case


def fresh():
    """What a new layer starts from, as far as it is not random."""
    for row, (kind, own) in DEFAULTS.items():
        flag = "unit_forget_bias" if kind == "LSTM" else "bias_initializer"
        case = Case((row, flag), layer(kind, H, **own))
        yield f"{row}, fresh biases", case._replace(inputs="fresh")
    spec = layer("LSTM", H, unit_forget_bias=False)
    case = Case(("LSTM", "unit_forget_bias"), spec, inputs="fresh")
    yield "LSTM, unit_forget_bias=False, fresh biases", case
    spec = layer("Bidirectional", layer("LSTM", H, bias_initializer="ones"))
    case = Case(("Bidirectional(LSTM)", "bias_initializer"), spec)
    yield "Bidirectional(LSTM), fresh biases", case._replace(inputs="fresh")
