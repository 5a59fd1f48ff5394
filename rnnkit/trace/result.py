"""What `trace` returns: values by name, with their shapes and equations."""

from ..errors import unknown_name
from .record import Line


class LayerTrace:
    """Every value of one layer, or of one cell of a stack; ``trace["f"]`` is the forget gate.

    Parameters
    ----------
    name, kind : str
        The layer's name and class.
    values, lines : dict
        The values by name, and the `Line` that computes each.
    go_backwards : bool
        The layer read from the last time step to the first.
    mask : ndarray of bool and shape (B, T), or None
        Where it is False the gates were computed for nothing: the states stayed as they were.
    """

    def __init__(self, name, kind, values, lines, go_backwards=False, mask=None):
        self.name, self.kind, self.go_backwards, self.mask = name, kind, go_backwards, mask
        self._values = values
        self._lines = {value: lines.get(value, Line()) for value in values}

    @property
    def names(self):
        """All names, in the order of computation."""
        return list(self._values)

    @property
    def shapes(self):
        """The shape of each value: (B, T, H), or (B, H) for what has no time axis."""
        return {name: value.shape for name, value in self._values.items()}

    @property
    def equations(self):
        """The label of each value's equation in the book; None for inputs and unlabelled lines."""
        return {name: line.label for name, line in self._lines.items()}

    @property
    def code(self):
        """The line of code that computes each value; "" for inputs."""
        return {name: line.code for name, line in self._lines.items()}

    @property
    def steps(self):
        """A list with one dict for each of the T time steps: its values (B, H) by name."""
        over_time = {name: value for name, value in self._values.items() if value.ndim == 3}
        T = min((value.shape[1] for value in over_time.values()), default=0)
        return [{name: value[:, t] for name, value in over_time.items()} for t in range(T)]

    def __iter__(self):
        return iter(self._values)

    def __getitem__(self, name):
        if isinstance(name, str) and name in self._values:
            return self._values[name]
        several = self._owners(name)
        raise unknown_name("trace name", name, several or self._values, 'trace["{}"]')

    def _owners(self, name):
        named = isinstance(name, str)
        return [own for own in self._values if named and own.partition(".")[2] == name]

    def __repr__(self):
        rows = [("name", "shape", "equation")]
        rows += [
            (name, str(self.shapes[name]), label or "") for name, label in self.equations.items()
        ]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        table = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
        return "\n".join([f"{self.name} ({self.kind})", *table])


class Trace(LayerTrace):
    """Every value of all layers; in a notebook it shows itself as a stepper over time.

    With one layer ``trace["f"]`` is its forget gate, with several ``trace["0.f"]`` that of the
    lowest one, and ``trace["f"]`` will do where one layer alone has that name.

    Parameters
    ----------
    name, kind : str
        The layer's name and class.
    layers : list of LayerTrace
        From the bottom up; each cell of a stack and each direction counts.
    output : ndarray or tuple
        What the layer returned.
    labels : list of B lists of str, or None
        What was read at each time step.
    """

    def __init__(self, name, kind, layers, output, labels):
        self.layers, self.output, self.labels = layers, output, labels
        values, lines = {}, {}
        for number, layer in enumerate(layers):
            prefix = f"{number}." if len(layers) > 1 else ""
            values.update({prefix + own: value for own, value in layer._values.items()})
            lines.update({prefix + own: line for own, line in layer._lines.items()})
        super().__init__(name, kind, values, lines)

    def __getitem__(self, name):
        owners = self._owners(name)
        return super().__getitem__(owners[0] if len(owners) == 1 else name)

    def __repr__(self):
        return "\n\n".join(map(repr, self.layers))

    def _repr_html_(self):
        from .page import page

        drawable = self._values and all(value.ndim <= 3 for value in self._values.values())
        return page(self) if drawable else None  # None: a notebook shows the text
