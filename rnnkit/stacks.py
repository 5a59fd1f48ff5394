"""Several cells that behave as one."""

from . import shapes
from .base import Layer
from .cells import Cell
from .errors import explain
from .states import check_states, zero_states


class StackedRNNCells(Layer):
    """Several cells behaving as one: each cell's output is the next one's input.

    Parameters
    ----------
    cells : list of cells
        From the bottom to the top; states are nested, one list for each cell.
    """

    def __init__(self, cells, *, name=None, dtype="float32"):
        super().__init__(name=name, dtype=dtype)
        good = isinstance(cells, (list, tuple)) and len(cells) > 0
        if not good or not all(isinstance(c, (Cell, StackedRNNCells)) for c in cells):
            raise TypeError(
                explain(
                    "StackedRNNCells argument cells",
                    "not a list of cells",
                    "셀의 리스트가 아닙니다.",
                    given=repr(cells)[:60],
                    expected="at least one cell, from the bottom to the top",
                    fix="StackedRNNCells([SimpleRNNCell(2), SimpleRNNCell(3)])",
                )
            )
        self.cells = list(cells)

    @property
    def state_sizes(self):
        """One list for each cell, with one H for each of its states."""
        return [cell.state_sizes for cell in self.cells]

    @property
    def state_size(self):
        """One entry for each cell: its H, or the list of its states' H, as in Keras."""
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
        for cell in self.cells:
            cell.build((batch, features))
            features = cell.output_size
        self.built = True

    def named_weights(self):
        """Return the cells' arrays by name, from the bottom up; a shared cell counts once."""
        cells = {id(cell): cell for cell in self.cells}.values()
        return {
            f"{number}.{name}": weight
            for number, cell in enumerate(cells)
            for name, weight in cell.named_weights().items()
        }

    def get_initial_state(self, batch_size):
        """Return zero states, one list for each cell."""
        return zero_states(self.state_sizes, batch_size, self.dtype)

    def call(self, x, states):
        """Advance every cell by one step without checks; states is one list for each cell."""
        new_states = []
        for cell, old in zip(self.cells, states, strict=True):
            x, new = cell.call(x, old)
            new_states.append(new)
        return x, new_states

    def __call__(self, inputs, states):
        """Check, build when needed, and advance every cell by one step.

        Parameters
        ----------
        inputs : array_like of shape (B, D)
        states : list
            One entry for each cell: the list of its states, each (B, H).

        Returns
        -------
        output : ndarray of shape (B, H) of the topmost cell
        states : list of lists of ndarrays

        Raises
        ------
        ValueError, TypeError
            A whole sequence, another D, missing or extra states, another batch or width.
        """
        x = shapes.step_input(inputs, f"{self.kind} input x", self.dtype, self.features)
        place = f"{self.kind} input states"
        old = check_states(states, self.state_sizes, x.shape[0], place, self.dtype)
        self.build(x.shape)
        output, new = self.call(x, old)
        return output.copy(), new
