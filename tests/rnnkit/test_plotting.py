"""Pictures hold the numbers that they claim to show, and need no Korean font."""

import builtins

import numpy as np
import pytest

import rnnkit
import rnnkit.plotting
from rnnkit import GRU, LSTM, RNN, GRUCell, LSTMCell, SimpleRNN
from rnnkit.plotting import gradient_norms, heatmap

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("agg")

B, T, D, H = 2, 7, 3, 5
X = np.sin(np.linspace(-3, 8, B * T * D)).reshape(B, T, D)
WIDE = {"dtype": "float64", "seed": 1}


@pytest.fixture(autouse=True)
def closed():
    from matplotlib import pyplot

    yield
    pyplot.close("all")


def drawn(ax):
    """Draw the figure, which is when a missing glyph warns; return the picture's numbers."""
    ax.figure.canvas.draw()
    return np.asarray(ax.images[0].get_array())


def ticks(ax):
    return [label.get_text() for label in ax.get_xticklabels()]


def test_a_gate_over_a_text():
    found = rnnkit.trace(LSTM(H, seed=1), X, labels=["abcdefg", "hijklmn"])
    ax = heatmap(found, name="f", sequence=1)
    assert np.allclose(drawn(ax), found["f"][1].T)
    assert ticks(ax) == list("hijklmn") and ax.get_ylabel() == "f"
    assert ax.images[0].get_clim() == (-1, 1)


def test_an_array_needs_no_trace():
    ax = heatmap(3 * X[0], text="abcdefg", name="x")
    assert np.allclose(drawn(ax), 3 * X[0].T) and ticks(ax) == list("abcdefg")
    assert ax.images[0].get_clim() == (-abs(3 * X[0]).max(), abs(3 * X[0]).max())
    assert ticks(heatmap(X)) == ["1", "2", "3", "4", "5", "6", "7"]
    assert len(ticks(heatmap(np.zeros((100, 2))))) <= 20


def test_ones_own_axes_and_nan():
    from matplotlib import pyplot

    own = pyplot.subplots()[1]
    x = X.copy()
    x[0, 3] = np.nan
    assert heatmap(x, ax=own) is own and np.isnan(drawn(own)).any()


@pytest.mark.parametrize("text", ["안녕하세요??", None])
def test_korean_text(text):
    from matplotlib import font_manager

    if text and not any(
        name in font_manager.get_font_names() for name in rnnkit.plotting.HANGUL_FONTS
    ):
        pytest.skip("no Korean font")
    drawn(heatmap(X, text=text))


MAKE = {
    "simple": lambda: SimpleRNN(H, **WIDE),
    "gru": lambda: GRU(H, **WIDE),
    "lstm": lambda: LSTM(H, **WIDE),
    "stack": lambda: RNN([LSTMCell(4, **WIDE), GRUCell(H, **WIDE)]),
    "backwards": lambda: LSTM(H, go_backwards=True, **WIDE),
}


def by_differences(layer, t, number, each_step):
    """Return the norm of dL/d of one state after step t of the reading, numerically."""
    x = X[:, ::-1] if layer.go_backwards else X
    flags = {"return_sequences": True, "return_state": True}
    whole = RNN(layer.cell, **flags)
    states = whole(x[:, : t + 1])[1:]
    flat = [s for state in states for s in (state if isinstance(state, list) else [state])]
    top = 2 if isinstance(layer.state_sizes[0], list) else 0  # which state is the output

    def loss(changed):
        own = iter(changed)
        nested = [
            [next(own) for _ in state] if isinstance(state, list) else next(own) for state in states
        ]
        rest = whole(x[:, t + 1 :], initial_state=nested)[0].sum(axis=(0, 2)) if t + 1 < T else []
        outputs = [changed[top].sum(), *rest]
        return sum(outputs) if each_step else outputs[-1]

    gradient, e = np.zeros_like(flat[number]), 1e-6
    for place in np.ndindex(gradient.shape):
        both = []
        for step in (e, -e):
            changed = [s.copy() for s in flat]
            changed[number][place] += step
            both.append(loss(changed))
        gradient[place] = (both[0] - both[1]) / (2 * e)
    return np.linalg.norm(gradient)


@pytest.mark.parametrize("each_step", [False, True])
@pytest.mark.parametrize("name", MAKE)
def test_gradient_norms_are_those_of_differences(name, each_step):
    layer = MAKE[name]()
    ax = gradient_norms(layer, X, each_step=each_step, text="abcdefg")
    ax.figure.canvas.draw()
    assert ax.get_yscale() == "log" and ticks(ax) == list("abcdefg")
    assert len(ax.lines) == {"lstm": 2, "stack": 3, "backwards": 2}.get(name, 1)
    for number, line in enumerate(ax.lines):
        norms = np.nan_to_num(line.get_ydata())
        norms = norms[::-1] if layer.go_backwards else norms
        for t in (0, 3, T - 1):
            expected = by_differences(layer, t, number, each_step)
            assert norms[t] == pytest.approx(expected, rel=1e-5, abs=1e-8), (number, t)


def test_gradient_norms_from_an_initial_state():
    layer = GRU(H, **WIDE)
    ax = gradient_norms(layer, X)
    other = gradient_norms(layer, X, initial_state=np.full((B, H), 0.9), ax=ax)
    assert other is ax and len(ax.lines) == 2
    assert not np.allclose(ax.lines[0].get_ydata(), ax.lines[1].get_ydata())
    assert [entry.get_text() for entry in ax.get_legend().get_texts()] == ["gru h", "gru h"]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: heatmap(np.zeros(3)), "heatmap argument values: no values over time"),
        (lambda: heatmap(X, sequence=2), r"given / 받은 것: \(2, 7, 3\), sequence=2"),
        (lambda: heatmap("hello"), "heatmap argument values"),
        (lambda: heatmap(rnnkit.trace(GRU(2), X), name="f"), "trace name: unknown name"),
        (lambda: gradient_norms(rnnkit.Dense(2), X), "gradient_norms argument layer: not a"),
        (lambda: gradient_norms(GRU(2), X[0]), "GRU input x: wrong number of axes"),
        (lambda: gradient_norms(GRU(2), X, np.zeros((B, 3))), "GRU initial_state"),
    ],
)
def test_errors_teach(call, says):
    with pytest.raises((ValueError, TypeError), match=says) as raised:
        call()
    assert len(str(raised.value).splitlines()) == 4


def test_without_matplotlib(monkeypatch):
    original = builtins.__import__

    def without(name, *others):
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return original(name, *others)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError, match="pip install matplotlib") as raised:
        heatmap(X)
    assert len(str(raised.value).splitlines()) == 4
