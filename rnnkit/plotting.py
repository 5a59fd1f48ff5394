"""Pictures with Matplotlib: states and gates over a text, and how far a gradient reaches back."""

import numpy as np

from .arguments import checked
from .bptt import order, run_steps
from .errors import error, shown, with_type
from .layers import RNN
from .shapes import flag, numbers, sequences
from .states import check_states, zero_states
from .trace import Trace

HANGUL_FONTS = "Noto Sans CJK KR", "Noto Sans KR", "NanumGothic", "AppleGothic", "Malgun Gothic"


@checked
def heatmap(values, text=None, name="h", sequence=0, ax=None):
    """Draw one value over a text: time from left to right, a row for each unit.

    Parameters
    ----------
    values : Trace, or array_like of shape (T, H) or (B, T, H)
    text : str or list of str, optional
        What is read at each time step; default: the trace's labels, else t = 1, 2, ...
    name : str
        The value of a trace, as in ``trace[name]``; the label of the picture.
    sequence : int
        Which of the B sequences.
    ax : matplotlib Axes, optional
        Default: a new figure.

    Returns
    -------
    matplotlib Axes
        Blue is positive, red is negative, white is 0.

    Raises
    ------
    ValueError, TypeError
        An unknown name, no numbers over time, no such sequence.
    ImportError
        Without Matplotlib.
    """
    labels = None
    if isinstance(values, Trace):
        values, labels = values[name], values.labels
    array = numbers(values, "heatmap argument values", "float64")
    whole = isinstance(sequence, (int, np.integer))
    if array.ndim == 3 and whole and sequence in range(len(array)):
        array, labels = array[sequence], labels and labels[sequence]
    if array.ndim != 2 or 0 in array.shape:
        given = f"{array.shape}, sequence={shown(sequence)}"
        raise error("heatmap", "heatmap argument values", given)
    labels = _labels(labels if text is None else text, len(array), "heatmap")
    if not isinstance(name, str):
        raise error("not-text", "heatmap argument name", with_type(name))
    most = max(1.0, np.abs(array[np.isfinite(array)]).max(initial=0.0))
    ax = _axes(ax, "heatmap", 0.4 * len(array) + 2, 0.3 * array.shape[1] + 1.2)
    image = ax.imshow(array.T, cmap="RdBu", vmin=-most, vmax=most, aspect="auto")
    ax.figure.colorbar(image, ax=ax)
    ax.set(ylabel=name, yticks=range(array.shape[1]))
    return _time_axis(ax, labels)


@checked
def gradient_norms(layer, x, initial_state=None, each_step=False, text=None, ax=None):
    """Draw the norm of dL/dh_t over t: how much of the loss still reaches each time step.

    L is the sum of the last output, and a point holds all that comes back to the state after
    step t, on every path. On a logarithmic scale a gradient that vanishes is a falling line.

    Parameters
    ----------
    layer : SimpleRNN, GRU, LSTM or RNN
    x : array_like of shape (B, T, D)
    initial_state : array_like or list, optional
        As for a call of the layer.
    each_step : bool
        L is the sum of the outputs of all steps.
    text : str or list of str, optional
        What is read at each time step.
    ax : matplotlib Axes, optional
        Default: a new figure.

    Returns
    -------
    matplotlib Axes
        A line for each state: "lstm h" and "lstm c"; in a stack "rnn 0.h" for the lowest cell.

    Raises
    ------
    ValueError, TypeError
        Not a recurrent layer, and what a call of the layer refuses.
    ImportError
        Without Matplotlib.

    References
    ----------
    Bengio et al. (1994).
    """
    if not isinstance(layer, RNN):
        raise error("not-recurrent", "gradient_norms argument layer", shown(layer))
    x = sequences(x, f"{layer.kind} input x", layer.dtype, layer.features)
    layer.build(x.shape)
    states = layer.get_initial_state(len(x))
    if initial_state is not None:
        place = f"{layer.kind} initial_state"
        states = check_states(initial_state, layer.state_sizes, len(x), place, layer.dtype)
    each_step = flag(each_step, "gradient_norms argument each_step")
    labels = _labels(text, x.shape[1], "gradient_norms")
    ax = _axes(ax, "gradient_norms", 0.3 * x.shape[1] + 3, 3)
    with np.errstate(all="ignore"):  # NaN and infinity travel, as in the layer
        found = _norms(layer, x, states, each_step)
    for name, norms in found.items():
        seen = np.where(norms > 0, norms, np.nan)  # 0 has no logarithm
        ax.plot(seen, marker="o", label=f"{layer.name} {name}")
    ax.set(yscale="log", ylabel=r"$\Vert\partial L/\partial h_t\Vert$")
    ax.legend()
    return _time_axis(ax, labels)


def _norms(layer, x, states, each_step):
    """Return the norm of dL/d of each state after each time step, as {name: (T,)}."""
    _, _, steps = run_steps(layer, x, states, None, None, store=True)
    d_states = zero_states(layer.state_sizes, len(x), layer.dtype)
    norms = {name: np.zeros(x.shape[1]) for name, _ in _flat(d_states)}
    top = [name for name in norms if name.endswith("h")][-1]
    for before, t in reversed(list(zip(steps.states, order(layer, x), strict=True))):
        last = before is steps.states[-1]
        d_output = np.full((len(x), layer.units), each_step or last, layer.dtype)
        for name, d_state in _flat(d_states):
            norms[name][t] = np.linalg.norm(d_state + d_output if name == top else d_state)
        d_states = layer.cell.backward(d_output, d_states, x[:, t], before)[1]
    return norms


def _flat(states, prefix=""):
    for number, state in enumerate(states):
        if isinstance(state, list):
            yield from _flat(state, f"{prefix}{number}.")
        else:
            yield prefix + "hc"[number], state


def _axes(ax, function, width, height):
    """Return the Axes given, or those of a new figure of at most 12 inches."""
    if ax is not None:
        if not hasattr(ax, "imshow"):
            raise error("not-axes", f"{function} argument ax", with_type(ax))
        return ax
    try:
        from matplotlib import pyplot
    except ImportError:
        words = {"package": "matplotlib"}
        raise error("missing-extra", "rnnkit.plotting", "no matplotlib", **words) from None
    return pyplot.subplots(figsize=(min(width, 12), min(height, 12)), layout="constrained")[1]


def _labels(text, T, function):
    """Return what is read at each time step, or t from 1 to T with gaps where they are many."""
    if text is None:
        every = 1 + T // 20
        return ["" if t % every else str(t + 1) for t in range(T)]
    if not isinstance(text, (str, list, tuple)):
        raise error("not-text", f"{function} argument text", with_type(text))
    return [label if isinstance(label, str) else shown(label) for label in text][:T]


def _time_axis(ax, labels):
    """Write the labels below the time steps, and return the Axes."""
    ticks = [t for t, label in enumerate(labels) if label]
    ax.set_xticks(ticks, [labels[t] for t in ticks])
    ax.set_xlabel("t")
    if not "".join(labels).isascii():
        from matplotlib import font_manager

        known = [font for font in HANGUL_FONTS if font in font_manager.get_font_names()]
        for label in ax.get_xticklabels():
            label.set_fontfamily([*known, "sans-serif"])
    return ax
