"""Weights of every dialect: round trips to the bit, the same function, and clear refusals."""

import numpy as np
import pytest

import rnnkit
from rnnkit import convert
from tests.rnnkit.cases import B, D, H, draw_like, inputs
from tests.rnnkit.dialects import models

LAYERS = {
    "SimpleRNN": lambda **flags: rnnkit.SimpleRNN(H, **flags),
    "GRU after": lambda **flags: rnnkit.GRU(H, **flags),
    "GRU before": lambda **flags: rnnkit.GRU(H, reset_after=False, **flags),
    "LSTM": lambda **flags: rnnkit.LSTM(H, **flags),
}
RESETS = {"pytorch": ["GRU before"], "onnx": [], "keras": [], "cs231n": ["GRU after", "GRU before"]}
REFUSED = {(d, kind) for d in convert.FORMS for kind in RESETS.get(d, ["GRU after"])}
PAIRS = [(d, kind) for d in convert.FORMS for kind in LAYERS if (d, kind) not in REFUSED]
BOTH = ("keras", "pytorch", "onnx")


def build(layer, features=D, seed=5):
    layer.build((None, None, features))
    layer.set_weights(draw_like(layer.get_weights(), seed))
    return layer


def same_bits(one, other):
    for a, b in zip(one.get_weights(), other.get_weights(), strict=True):
        assert a.tobytes() == b.tobytes()


@pytest.mark.parametrize(("dialect", "kind"), PAIRS)
def test_round_trips_keep_every_bit(dialect, kind):
    layer = build(LAYERS[kind]())
    weights = layer.get_weights()
    weights[2].flat[:3] = -0.0, 1e-45, 3.4e38
    layer.set_weights(weights)
    again = convert.from_dialect(convert.to_dialect(layer, dialect), dialect, LAYERS[kind]())
    same_bits(layer, again)


@pytest.mark.parametrize("dialect", BOTH)
def test_both_directions_and_no_bias(dialect):
    inner = rnnkit.GRU(H, use_bias=False)
    layer = build(rnnkit.Bidirectional(inner))
    arrays = convert.to_dialect(layer, dialect)
    same_bits(layer, convert.from_dialect(arrays, dialect, rnnkit.Bidirectional(inner)))
    assert not any("bias" in name or name == "B" for name in arrays)


@pytest.mark.parametrize("dialect", ["keras", "pytorch"])
def test_stacks(dialect):
    def make():
        return [rnnkit.Bidirectional(rnnkit.LSTM(H)), rnnkit.LSTM(3)]

    stack = make()
    build(stack[0])
    build(stack[1], 2 * H, seed=6)
    for one, other in zip(
        stack,
        convert.from_dialect(convert.to_dialect(stack, dialect), dialect, make()),
        strict=True,
    ):
        same_bits(one, other)


@pytest.mark.parametrize(("dialect", "kind"), [(d, k) for d, k in PAIRS if d != "keras"])
def test_the_dialects_own_recurrence_gives_the_same(dialect, kind):
    layer = build(LAYERS[kind](return_sequences=True, dtype="float64"))
    arrays = convert.to_dialect(layer, dialect)
    options = {"linear_before_reset": kind != "GRU before"} if dialect == "onnx" else {}
    x = inputs().astype("float64")
    theirs = getattr(models, dialect)(kind.split()[0], arrays, x, B, H, **options)
    np.testing.assert_allclose(layer(x), theirs, atol=1e-12)


@pytest.mark.parametrize(("dialect", "kind"), [(d, k) for d, k in PAIRS if d != "keras"])
def test_their_weights_with_two_biases_are_read(dialect, kind):
    """Biases that are both non-zero, as PyTorch draws them."""
    layer = build(LAYERS[kind](return_sequences=True, dtype="float64"))
    arrays = convert.to_dialect(layer, dialect)
    names = list(arrays)
    arrays = dict(zip(names, draw_like([arrays[n] for n in names], 8), strict=True))
    arrays = {name: array.astype("float64") for name, array in arrays.items()}
    convert.from_dialect(arrays, dialect, layer)
    options = {"linear_before_reset": kind != "GRU before"} if dialect == "onnx" else {}
    x = inputs().astype("float64")
    theirs = getattr(models, dialect)(kind.split()[0], arrays, x, B, H, **options)
    np.testing.assert_allclose(layer(x), theirs, atol=1e-12)


@pytest.mark.parametrize(("dialect", "kind"), sorted(REFUSED))
def test_another_function_is_refused(dialect, kind):
    with pytest.raises(ValueError, match="does not describe the same function") as caught:
        convert.to_dialect(build(LAYERS[kind]()), dialect)
    assert len(str(caught.value).splitlines()) == 4


def test_arrays_share_no_memory():
    layer = build(rnnkit.LSTM(H))
    for dialect in convert.FORMS:
        kept = layer.get_weights()
        for array in convert.to_dialect(layer, dialect).values():
            array[...] = 9
        for weight, before in zip(layer.get_weights(), kept, strict=True):
            np.testing.assert_array_equal(weight, before)


def given(**changes):
    arrays = {**convert.to_dialect(build(rnnkit.LSTM(H)), "pytorch"), **changes}
    return {name: array for name, array in arrays.items() if array is not None}


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        (lambda lstm: convert.to_dialect(lstm, "pytorhc"), ValueError, '"pytorch"'),
        (lambda lstm: convert.to_dialect(lstm, None), ValueError, "dialect"),
        (lambda lstm: convert.to_dialect(rnnkit.LSTM(2), "onnx"), ValueError, "no weights yet"),
        (lambda lstm: convert.to_dialect(rnnkit.Dense(2), "onnx"), TypeError, "no layer"),
        (lambda lstm: convert.to_dialect(rnnkit.LSTM(2, "relu"), "d2l"), ValueError, "relu"),
        (lambda lstm: convert.to_dialect([lstm, lstm], "onnx"), ValueError, "stack"),
        (
            lambda lstm: convert.to_dialect(rnnkit.Bidirectional(rnnkit.LSTM(2)), "d2l"),
            TypeError,
            "d2l",
        ),
        (lambda lstm: convert.from_dialect([1], "pytorch", lstm), TypeError, "state_dict"),
        (
            lambda lstm: convert.from_dialect(given(bias_hh_l0=None), "pytorch", lstm),
            ValueError,
            "bias_hh_l0 is missing",
        ),
        (
            lambda lstm: convert.from_dialect(given(weight_ih_l1=np.ones(2)), "pytorch", lstm),
            ValueError,
            "weight_ih_l1",
        ),
        (
            lambda lstm: convert.from_dialect(
                given(weight_hh_l0=np.ones((H, 4 * H))), "pytorch", lstm
            ),
            ValueError,
            r"weight_hh_l0: wrong shape.*\n.*\n.*\n.*weight_hh_l0.T",
        ),
        (
            lambda lstm: convert.from_dialect(given(), "pytorch", rnnkit.GRU(H)),
            ValueError,
            "weight_ih_l0: wrong shape",
        ),
        (
            lambda lstm: convert.from_dialect(
                given(weight_ih_l0=np.ones(3)), "pytorch", rnnkit.LSTM(H)
            ),
            ValueError,
            "weight_ih_l0: wrong shape",
        ),
        (
            lambda lstm: convert.from_dialect(given(bias_ih_l0=["a"] * 4 * H), "pytorch", lstm),
            TypeError,
            "bias_ih_l0",
        ),
        (
            lambda lstm: convert.from_dialect(
                convert.to_dialect(lstm, "d2l"), "d2l", rnnkit.LSTM(H, use_bias=False)
            ),
            ValueError,
            "bias that is not zero",
        ),
    ],
)
def test_wrong_weights_are_explained_and_change_nothing(wrong, error, words):
    lstm = build(rnnkit.LSTM(H))
    kept = lstm.get_weights()
    with pytest.raises(error, match=words) as caught:
        wrong(lstm)
    assert len(str(caught.value).splitlines()) == 4
    for weight, before in zip(lstm.get_weights(), kept, strict=True):
        np.testing.assert_array_equal(weight, before)


def torch_module(kind, layers, both, bias):
    torch = pytest.importorskip("torch")
    name = {"SimpleRNN": "RNN"}.get(kind, kind)
    torch.manual_seed(3)
    return torch, getattr(torch.nn, name)(
        D, H, layers, batch_first=True, bidirectional=both, bias=bias
    )


@pytest.mark.slow
@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("kind", ["SimpleRNN", "GRU", "LSTM"])
def test_pytorch_itself(kind, layers, both, bias):
    torch, module = torch_module(kind, layers, both, bias)
    state = {name: tensor.numpy() for name, tensor in module.state_dict().items()}

    def one():
        layer = getattr(rnnkit, kind)(H, return_sequences=True, use_bias=bias)
        return rnnkit.Bidirectional(layer) if both else layer

    stack = convert.from_dialect(state, "pytorch", [one() for _ in range(layers)])
    y = inputs()
    for layer in stack:
        y = layer(y)
    with torch.no_grad():
        np.testing.assert_allclose(y, module(torch.tensor(inputs()))[0].numpy(), atol=2e-6)
    back = convert.to_dialect(stack, "pytorch")
    module.load_state_dict({name: torch.tensor(array) for name, array in back.items()})
    with torch.no_grad():
        np.testing.assert_allclose(y, module(torch.tensor(inputs()))[0].numpy(), atol=2e-6)


@pytest.mark.slow
@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("kind", LAYERS)
def test_onnx_runtime_itself(kind, both):
    onnx, runtime = pytest.importorskip("onnx"), pytest.importorskip("onnxruntime")
    inner = LAYERS[kind](return_sequences=True)
    layer = build(rnnkit.Bidirectional(inner, None) if both else inner)
    arrays, operator = convert.to_dialect(layer, "onnx"), kind.split()[0].replace("Simple", "")
    tensors = [onnx.numpy_helper.from_array(array, name) for name, array in arrays.items()]
    options = {"linear_before_reset": int(kind == "GRU after")} if operator == "GRU" else {}
    node = onnx.helper.make_node(
        operator,
        ["x", *arrays],
        ["y"],
        hidden_size=H,
        direction="bidirectional" if both else "forward",
        **options,
    )
    floats = onnx.TensorProto.FLOAT
    x = onnx.helper.make_tensor_value_info("x", floats, [None, B, D])
    y = onnx.helper.make_tensor_value_info("y", floats, None)
    graph = onnx.helper.make_graph([node], "one layer", [x], [y], tensors)
    model = onnx.helper.make_model(
        graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=9
    )
    session = runtime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    theirs = session.run(None, {"x": np.ascontiguousarray(inputs().swapaxes(0, 1))})[0]
    ours = layer(inputs()) if both else [layer(inputs())]
    for direction, output in enumerate(ours):
        np.testing.assert_allclose(output, theirs[:, direction].swapaxes(0, 1), atol=2e-6)
