"""A trace as HTML: plain tables that need no script, and a script that makes a stepper of them."""

import html
import json
from functools import cache
from importlib.resources import files

UNITS, STEPS, NUMBERS = 8, 40, 2000  # shown at most: of one value, of T, and in all


def page(trace):
    """Return the HTML of a `Trace`, self-contained.

    Each table holds one layer's values for one sequence: a row for each unit, a column for each
    time step. The script reads the tables, so every number is sent once.
    """
    few, note = _cut(trace)
    parts = []
    for b in range(few["B"]):
        labels = trace.labels[b][: few["T"]] if trace.labels else []
        tables = "".join(_table(layer, b, few["T"], labels) for layer in trace.layers)
        title = html.escape(f"[{b}] {''.join(labels)}")
        parts.append(f"<details{'' if b else ' open'}><summary>{title}</summary>{tables}</details>")
    body = "".join(parts) + (f"<p>{note}</p>" if note else "")
    return f'<rnn-trace data-cut="{note}">{body}</rnn-trace><script>{_script()}</script>'


def _cut(trace):
    """Return how many units, steps and sequences are shown, and "T 40/100" for what is cut."""
    shapes = list(trace.shapes.values())
    most = {
        "H": max(s[-1] for s in shapes),
        "T": max((s[1] for s in shapes if len(s) == 3), default=1),
        "B": shapes[0][0],
    }
    one_step = sum(min(s[-1], UNITS) for s in shapes)
    steps = max(1, min(most["T"], STEPS, NUMBERS // one_step))
    sequences = min(most["B"], max(1, NUMBERS // (one_step * steps)))
    few = {"H": min(most["H"], UNITS), "T": steps, "B": sequences}
    cut = [axis for axis in most if few[axis] < most[axis]]
    return few, ", ".join(f"{axis} {few[axis]}/{most[axis]}" for axis in cut)


def _table(layer, b, steps, labels):
    arrow = " ←" if layer.go_backwards else ""
    heads = [f"<th>{t + 1} {html.escape(''.join(labels[t : t + 1]))}" for t in range(steps)]
    parts = [
        f"<table class=dataframe><caption>{html.escape(layer.name)} ({layer.kind}){arrow}</caption>"
        f"<thead><tr><th colspan=2>t{''.join(heads)}<tbody>"
    ]
    if layer.mask is not None:
        counts = "".join(f"<td>{int(m)}" for m in layer.mask[b, :steps])
        parts.append(f"<tr><th colspan=2>mask{counts}")
    above = ""
    for name, value in layer._values.items():
        label, code = layer._lines[name]
        if code != above:
            shown = html.escape(code)
            parts.append(f"<tr><th colspan={steps + 2}><code>{shown}</code> {label or ''}")
        above = code
        parts.append(_rows(name, value, b, steps))
    return "".join(parts) + "</table>"


def _rows(name, value, b, steps):
    """Return a row for each unit; what has no time axis stands at the last step shown."""
    parts, units = [], min(value.shape[-1], UNITS)
    for unit in range(units):
        if value.ndim == 3:
            numbers = [_number(v) for v in value[b, :steps, unit]]
        else:
            numbers = [""] * (steps - 1) + [_number(value[b, unit])]
        head = "" if unit else f"<th rowspan={units}>{name} {value.shape}"
        parts.append(f"<tr>{head}<th>{unit}<td>{'<td>'.join(numbers)}")
    return "".join(parts)


def _number(value):
    """Return 4 decimals, or 4 digits where those would be long, with a real minus sign."""
    text = f"{value:.4f}" if abs(value) < 1e4 else f"{value:.3e}"
    return text.replace("-", "−") if text.strip("-0.") else "0.0000"


@cache
def _script():
    """Return the stepper's script with its style and words, without comments and indentation."""
    script, style, words = (
        files(__package__).joinpath(name).read_text("utf-8")
        for name in ("stepper.js", "stepper.css", "words.json")
    )
    lines = (line.strip() for line in script.splitlines())
    script = "\n".join(line for line in lines if line and not line.startswith("//"))
    style = "".join(line.strip() for line in style.splitlines())
    words = json.dumps(json.loads(words))  # Hangul as escapes: a stored output speaks no language
    return script.replace("STYLE", json.dumps(style)).replace("WORDS", words)
