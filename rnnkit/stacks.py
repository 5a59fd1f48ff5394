"""Several cells that behave as one."""

from . import shapes
from .base import prefixed
from .cells import OneStep
from .errors import error, shown
from .gradients import add_up


class StackedRNNCells(OneStep):
    """Several cells behaving as one: each cell's output is the next one's input.

    Parameters
    ----------
    cells : list of cells
        From the bottom to the top; states are nested, one list for each cell.
    name : str, optional

    Notes
    -----
    Weights and states have the cells' own float type, which must be the same for all.
    """

    def __init__(self, cells, *, name=None):
        good = isinstance(cells, (list, tuple)) and len(cells) > 0
        if not good or not all(isinstance(c, OneStep) for c in cells):
            raise error("not-cells", "StackedRNNCells argument cells", shown(cells))
        super().__init__(name=name, dtype=_common_type(cells))
        self.cells = list(cells)

    @property
    def state_sizes(self):
        """One list for each cell, with one H for each of its states."""
        return [cell.state_sizes for cell in self.cells]

    @property
    def state_size(self):
        """One entry for each cell, its H, or the list of its states' H, as in Keras."""
        return [cell.state_size for cell in self.cells]

    @property
    def output_size(self):
        """H of the topmost cell."""
        return self.cells[-1].output_size

    @property
    def features(self):
        """D of the lowest cell, or None while it is not built."""
        return self.cells[0].features

    def build(self, input_shape):
        """Build each cell for the output of the one below; the lowest takes (B, D)."""
        batch, features = shapes.input_shape(input_shape, f"{self.kind}.build", axes=2)
        for build in (False, True):  # every size is checked before any weight is made
            width, seen = features, {}
            for cell in self.cells:
                cell.check_features(width, seen)
                if build:
                    cell.build((batch, width))
                width = cell.output_size
        self.built = True

    def check_features(self, features, seen):
        """Refuse `features` that a cell was built for otherwise; `seen` as in `Cell`."""
        for cell in self.cells:
            cell.check_features(features, seen)
            features = cell.output_size

    def named_weights(self):
        """Return the cells' arrays by name, from the bottom up; a shared cell counts once."""
        return prefixed(dict(enumerate({id(cell): cell for cell in self.cells}.values())))

    def draw_dropout(self, batch_size):
        """Return what training hides in each cell, or None where none hides anything."""
        drawn = [cell.draw_dropout(batch_size) for cell in self.cells]
        return drawn if any(d is not None for d in drawn) else None

    def call(self, x, states, dropout=None):
        """Advance every cell by one step without checks.

        Parameters
        ----------
        x, states, dropout
            As in `Cell.call`, but one list of states for each cell.
        """
        new_states = []
        for cell, old, hidden in self._levels(states, dropout):
            x, new = cell.call(x, old, hidden)  # eq-stacked
            new_states.append(new)
        return x, new_states

    def _levels(self, states, dropout):
        return list(zip(self.cells, states, dropout or [None] * len(self.cells), strict=True))

    def backward(self, d_output, d_states, x, states, dropout=None):
        """Go back through `call`, from the topmost cell down.

        Parameters
        ----------
        d_output, d_states, x, states, dropout
            As in `Cell.backward`, but one list of states for each cell.
        """
        levels, inputs = self._levels(states, dropout), [x]
        for cell, old, hidden in levels[:-1]:
            inputs.append(cell.call(inputs[-1], old, hidden)[0])
        d_before, d_weights = [], {}
        downwards = reversed(list(zip(levels, inputs, d_states, strict=True)))
        for (cell, old, hidden), x_cell, d_new in downwards:
            d_output, d_old, own = cell.backward(d_output, d_new, x_cell, old, hidden)
            d_before.insert(0, d_old)
            add_up(d_weights, cell, own)  # a cell that stands twice learns from both places
        order = dict.fromkeys(map(id, self.cells))
        return d_output, d_before, [d for key in order for d in d_weights[key]]


def _common_type(cells):
    types = sorted({cell.dtype for cell in cells})
    if len(types) == 1:
        return types[0]
    given = ", ".join(cell.dtype for cell in cells)
    raise error("mixed-types", "StackedRNNCells argument cells", given)
