"""A growing curve of any length, drawn with few vertices and without losing its extremes.

Blocks of 2, 4, 8 … points remember which of their points is lowest and which is highest. A
block is computed once, when it is full, from the blocks below it; so adding points costs the same
however long the curve has become, and asking for vertices costs as much as there are vertices.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

FACTOR = 2
MOST_VERTICES = 8192

Indices = NDArray[np.int64]
Floats = NDArray[np.float64]


class Envelope:
    """The points of one curve, in the order of x; points that are not finite are left out."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget every point."""
        self._x = _Growing(np.float64)
        self._y = _Growing(np.float64)
        self._levels: list[tuple[_Growing, _Growing]] = []
        self.lowest = self.highest = self.lowest_positive = np.nan

    def __len__(self) -> int:
        return len(self._x)

    @property
    def x(self) -> Floats:
        """Places of all points."""
        return self._x.values

    @property
    def y(self) -> Floats:
        """Values of all points."""
        return self._y.values

    def append(self, x: ArrayLike, y: ArrayLike) -> None:
        """Add points; x must not fall."""
        x, y = np.asarray(x, dtype=np.float64).ravel(), np.asarray(y, dtype=np.float64).ravel()
        kept = np.isfinite(x) & np.isfinite(y)
        if not kept.all():
            x, y = x[kept], y[kept]
        if x.size == 0:
            return
        self._x.extend(x)
        self._y.extend(y)
        self._remember_extremes(y)
        self._grow_levels()

    @property
    def has_zeros(self) -> bool:
        """Whether any value has no place on a logarithmic axis."""
        return self.lowest <= 0

    def value_at(self, x: float) -> tuple[float, float]:
        """Return the point nearest to x; NaN when there is none."""
        places = self.x
        if places.size == 0:
            return np.nan, np.nan
        right = min(int(np.searchsorted(places, x)), places.size - 1)
        left = max(right - 1, 0)
        nearest = left if x - places[left] < places[right] - x else right
        return float(places[nearest]), float(self.y[nearest])

    def vertices(
        self,
        start: float = -np.inf,
        end: float = np.inf,
        most: int = MOST_VERTICES,
        *,
        log_x: bool = False,
    ) -> tuple[Floats, Floats]:
        """Return at most ``most`` points that look like the curve between two places.

        One point beyond each end is included, so that the line reaches the edges of the view.

        Parameters
        ----------
        log_x
            The axis of x is logarithmic: points that are not positive on it are left out, and the
            vertices are shared out evenly between octaves.
        """
        if log_x:
            start = max(start, np.finfo(float).tiny)
        first = max(0, int(np.searchsorted(self.x, start, "left")) - 1)
        last = min(len(self), int(np.searchsorted(self.x, end, "right")) + 1)
        if log_x:
            first = max(first, int(np.searchsorted(self.x, 0.0, "right")))
        if last <= first:
            return np.empty(0), np.empty(0)
        pieces = self._octaves(first, last) if log_x else [(first, last)]
        budget = max(16, most // len(pieces))
        chosen = np.concatenate([self._extremes(a, b, budget) for a, b in pieces])
        return self.x[chosen], self.y[chosen]

    def _remember_extremes(self, y: Floats) -> None:
        self.lowest = float(np.fmin(self.lowest, y.min()))
        self.highest = float(np.fmax(self.highest, y.max()))
        positive = y[y > 0]
        if positive.size:
            self.lowest_positive = float(np.fmin(self.lowest_positive, positive.min()))

    def _grow_levels(self) -> None:
        level, below = 0, len(self)
        while below >= FACTOR:
            if level == len(self._levels):
                self._levels.append((_Growing(np.int64), _Growing(np.int64)))
            low, high = self._levels[level]
            done, full = len(low), below // FACTOR
            if full > done:
                span = slice(done * FACTOR, full * FACTOR)
                low.extend(self._best(self._candidates(level, 0, span), np.argmin))
                high.extend(self._best(self._candidates(level, 1, span), np.argmax))
            level, below = level + 1, full

    def _candidates(self, level: int, side: int, span: slice) -> Indices:
        if level == 0:
            return np.arange(span.start, span.stop)
        return self._levels[level - 1][side].values[span]

    def _best(self, candidates: Indices, choose: Callable[..., Indices]) -> Indices:
        blocks = candidates.reshape(-1, FACTOR)
        best = choose(self.y[blocks], axis=1)
        return blocks[np.arange(len(blocks)), best]

    def _octaves(self, first: int, last: int) -> list[tuple[int, int]]:
        x = self.x
        low, high = x[first], x[last - 1]
        number = max(1, int(np.ceil(np.log2(high / low)))) if high > low else 1
        edges = np.searchsorted(x[first:last], low * 2.0 ** np.arange(1, number)) + first
        stops = np.unique(np.concatenate(([first], edges, [last])))
        return list(zip(stops[:-1].tolist(), stops[1:].tolist(), strict=True))

    def _extremes(self, first: int, last: int, most: int) -> Indices:
        """Return the ends of a stretch and the lowest and highest point of each block in it."""
        if last - first <= most:
            return np.arange(first, last)
        level, size = -1, 1
        # Two vertices a block, four for the loose points at each end, and the ends themselves.
        while 2 * (last - first) / size + 10 > most and level + 1 < len(self._levels):
            level, size = level + 1, size * FACTOR
        low, high = self._levels[level]
        begin, end = -(-first // size), min(last // size, len(low))
        if end <= begin:
            return self._loose(first, last)
        blocks = np.stack((low.values[begin:end], high.values[begin:end]), axis=1)
        blocks.sort(axis=1)
        head, tail = self._loose(first, begin * size), self._loose(end * size, last)
        chosen = np.concatenate(([first], head, blocks.ravel(), tail, [last - 1]))
        return chosen[np.insert(np.diff(chosen) > 0, 0, True)]

    def _loose(self, first: int, last: int) -> Indices:
        """Return first, lowest, highest and last of a short stretch."""
        if last <= first:
            return np.empty(0, dtype=np.int64)
        y = self.y[first:last]
        return np.unique([first, first + int(y.argmin()), first + int(y.argmax()), last - 1])


class _Growing:
    """An array that doubles its room when it is full."""

    def __init__(self, dtype: type) -> None:
        self._room: NDArray[Any] = np.empty(64, dtype=dtype)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    @property
    def values(self) -> NDArray[Any]:
        return self._room[: self._size]

    def extend(self, values: NDArray[Any]) -> None:
        wanted = self._size + values.size
        if wanted > self._room.size:
            room = np.empty(max(wanted, 2 * self._room.size), dtype=self._room.dtype)
            room[: self._size] = self.values
            self._room = room
        self._room[self._size : wanted] = values
        self._size = wanted
