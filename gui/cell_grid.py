"""Where the cells of a weight map lie: a block for the weights and a column for the biases."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

GAP = 10
WIDEST_CELL, HIGHEST_CELL = 72.0, 40.0


@dataclass(frozen=True)
class CellGrid:
    """Rows and columns of cells; the last column stands a gap apart.

    Attributes
    ----------
    left, top
        Corner of the first cell, pixels.
    width, height
        Size of a cell, pixels.
    columns
        Number of columns, the last one with it.
    """

    left: float
    top: float
    width: float
    height: float
    rows: int
    columns: int

    @classmethod
    def within(cls, room: QRectF, rows: int, columns: int) -> CellGrid:
        """Return the cells that fill a room, none larger than is good to look at."""
        width = min(WIDEST_CELL, max(0.5, (room.width() - GAP) / max(1, columns)))
        height = min(HIGHEST_CELL, max(0.5, room.height() / max(1, rows)))
        return cls(room.left(), room.top(), width, height, rows, columns)

    @property
    def bottom(self) -> float:
        return self.top + self.rows * self.height

    @property
    def weights(self) -> QRectF:
        """The block of all columns but the last one."""
        return QRectF(self.left, self.top, (self.columns - 1) * self.width, self._tall)

    @property
    def biases(self) -> QRectF:
        """The last column."""
        return QRectF(self._x(self.columns - 1), self.top, self.width, self._tall)

    def cell(self, row: int, column: int) -> QRectF:
        """Return the place of a cell."""
        y = self.top + row * self.height
        return QRectF(self._x(column), y, self.width, self.height)

    def at(self, place: QPointF) -> tuple[int, int]:
        """Return row and column of the cell at a place, (-1, -1) where there is none."""
        for block, first in ((self.weights, 0), (self.biases, self.columns - 1)):
            x, y = place.x() - block.left(), place.y() - block.top()
            if 0 <= x < block.width() and 0 <= y < block.height():
                row, column = int(y / self.height), int(x / self.width)
                return min(row, self.rows - 1), min(first + column, self.columns - 1)
        return -1, -1

    @property
    def _tall(self) -> float:
        return self.rows * self.height

    def _x(self, column: int) -> float:
        return self.left + column * self.width + (GAP if column == self.columns - 1 else 0)
