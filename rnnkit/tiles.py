"""Products of many small matrices with one: the processor's share of the fast path."""

import numpy as np

TILE = 10**6  # multiplications in one tile: below this OpenBLAS does not first copy its factors


class Product:
    """The product of each entry of a buffer with one matrix, written into another buffer.

    Parameters
    ----------
    matrix : ndarray of shape (k, gates * H)
    gates : int
        The results are (gates, B, H): each gate one piece of memory.
    B : int
    columns : bool
        Entries are (k, B) and (gates, H, B), and there are no tiles.
    """

    def __init__(self, matrix, gates, B, columns=False):
        (k, width), self.gates, self.columns, self.B = matrix.shape, gates, columns, B
        if columns:
            self.times = matrix.T.dot
            return
        H = width // gates
        self.units = 64 if H % 64 == 0 else H
        fits = TILE // (k * self.units)
        divisors = (B // n for n in range(1, B // 8 + 1) if B % n == 0)
        self.batch = next((rows for rows in divisors if rows <= fits), B) or 1
        tiles = matrix.reshape(k, gates, -1, self.units).transpose(1, 2, 0, 3).copy()[:, :, None]
        self.times = lambda entry, out: np.matmul(entry, tiles, out)

    def reads(self, buffer):
        """Return a view of a buffer (entries, B, k), in the form that `times` reads."""
        if self.columns:
            return buffer
        return buffer.reshape(len(buffer), 1, 1, -1, self.batch, buffer.shape[-1])

    def writes(self, buffer):
        """Return a view of a buffer (entries, gates, B, H), in the form that `times` writes."""
        if self.columns:
            return buffer.reshape(len(buffer), -1, self.B)
        units = buffer.shape[-1] // self.units, self.units
        tiles = buffer.reshape(len(buffer), self.gates, -1, self.batch, *units)
        return tiles.transpose(0, 1, 4, 2, 3, 5)
