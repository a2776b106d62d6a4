"""Losses of many members, gathered in few columns of epochs however long a run becomes.

Every octave of epochs has 32 columns, 64 the first, until a column would be wider than the
stride; from there on columns are one stride wide. When there are too many, the stride doubles and
columns are merged. So a linear axis and a logarithmic one both find enough of them.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

MOST_COLUMNS = 1000
PER_OCTAVE = 32
PARTS = ("training", "validation")
QUANTILES = np.array([0.1, 0.5, 0.9])

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]


class MemberHistory:
    """Training and validation loss of the members of a run against the epoch.

    A column holds the last loss in it. A member that has ended counts with its last loss from
    then on; losses that are not finite are left out.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.members = 0
        self._stride = 1
        self._ends: Indices = np.empty(0, np.int64)
        self._epochs: Indices = np.empty(0, np.int64)
        self._last_epochs: Indices = np.empty(0, np.int64)
        self._losses = {part: _Losses() for part in PARTS}

    def __len__(self) -> int:
        return len(self._ends)

    @property
    def epochs(self) -> Indices:
        """The last epoch in each column, shape (C,)."""
        return self._epochs

    @property
    def newest(self) -> int:
        """The highest epoch of any member, 0 before the first."""
        return int(self._epochs[-1]) if len(self) else 0

    @property
    def last_epochs(self) -> Indices:
        """The last epoch of each member, shape (K,), 0 where it has none."""
        return self._last_epochs[: self.members]

    @property
    def end_columns(self) -> Indices:
        """The column that each member's last epoch lies in, shape (K,)."""
        return np.searchsorted(self._epochs, self.last_epochs)

    def append(
        self, epochs: ArrayLike, members: ArrayLike, training: ArrayLike, validation: ArrayLike
    ) -> None:
        """Add rows, the epochs of each member in their order.

        Parameters
        ----------
        epochs, members
            Whole numbers, shape (N,).
        training, validation
            Losses, shape (N,), NaN where there is none.
        """
        epochs = np.asarray(epochs, np.int64).ravel()
        if epochs.size == 0:
            return
        members = np.broadcast_to(np.asarray(members, np.int64), epochs.shape)
        self._take_in(int(members.max()) + 1)
        self._coarsen(max(int(epochs.max()), self.newest))
        ends = _ends_of(epochs, self._stride)
        self._open_columns(ends)
        columns = np.searchsorted(self._ends, ends)
        np.maximum.at(self._epochs, columns, epochs)
        np.maximum.at(self._last_epochs, members, epochs)
        for part, values in zip(PARTS, (training, validation), strict=True):
            self._losses[part].write(columns, members, np.asarray(values, np.float64).ravel())

    def has(self, part: str) -> bool:
        """Whether any member has a loss of this part."""
        return bool(np.isfinite(self.latest(part)).any())

    def latest(self, part: str) -> Floats:
        """Return the last loss of each member, shape (K,), NaN where it has none."""
        return self._losses[part].latest[: self.members]

    def quantiles(self, part: str) -> Floats:
        """Return the 10 % quantile, median and 90 % quantile of each column, shape (C, 3)."""
        losses = self._losses[part]
        losses.settle(len(self), self.members)
        return losses.quantiles[: len(self)]

    def curves(self, part: str) -> Floats:
        """Return the loss of every member in each column, shape (C, K); ended ones go on level."""
        losses = self._losses[part]
        losses.settle(len(self), self.members)
        return losses.filled[: len(self), : self.members]

    def column_at(self, epoch: float) -> int:
        """Return the column nearest to an epoch, -1 when there is none."""
        if not len(self):
            return -1
        right = min(int(np.searchsorted(self._epochs, epoch)), len(self) - 1)
        left = max(right - 1, 0)
        return left if epoch - self._epochs[left] < self._epochs[right] - epoch else right

    @property
    def deciding_part(self) -> str:
        """What members are compared by: the validation loss where there is one."""
        return "validation" if self.has("validation") else "training"

    def ranking(self) -> Indices:
        """Return the members from the lowest to the highest loss, those without one last."""
        return np.argsort(self.latest(self.deciding_part), kind="stable")

    def best_and_worst(self) -> tuple[int, int]:
        """Return the members with the lowest and the highest loss, (-1, -1) where there is none."""
        ranking = self.ranking()
        known = int(np.isfinite(self.latest(self.deciding_part)).sum())
        return (int(ranking[0]), int(ranking[known - 1])) if known else (-1, -1)

    def _take_in(self, members: int) -> None:
        if members > self.members:
            self.members = members
            for losses in self._losses.values():
                losses.widen(members)
        room = len(self._last_epochs)
        if members > room:
            self._last_epochs = np.pad(self._last_epochs, (0, max(members, 2 * room) - room))

    def _coarsen(self, newest: int) -> None:
        stride = self._stride
        while _columns_until(newest, stride) > MOST_COLUMNS:
            stride *= 2
        if stride == self._stride:
            return
        self._stride = stride
        old = _ends_of(self._ends, stride)
        self._ends = np.unique(old)
        places = np.searchsorted(self._ends, old)
        epochs = np.zeros(len(self._ends), np.int64)
        np.maximum.at(epochs, places, self._epochs)
        self._epochs = epochs
        for losses in self._losses.values():
            losses.move(places)

    def _open_columns(self, ends: Indices) -> None:
        """Make the columns that rows fall into and that are not there yet."""
        wanted = np.unique(ends[np.insert(np.diff(ends) != 0, 0, True)])
        missing = wanted[~np.isin(wanted, self._ends)]
        if missing.size == 0:
            return
        merged = np.union1d(self._ends, missing)
        places = np.searchsorted(merged, self._ends)
        epochs = np.zeros(len(merged), np.int64)
        epochs[places] = self._epochs
        if len(places) and places[-1] != len(places) - 1:
            for losses in self._losses.values():
                losses.move(places)
        self._ends, self._epochs = merged, epochs


class _Losses:
    """One loss of every member: as it came, carried on where members ended, and its quantiles."""

    def __init__(self) -> None:
        # one column more, for an epoch 0
        self.raw = self.filled = np.empty((MOST_COLUMNS + 1, 0))
        self.quantiles = np.empty((MOST_COLUMNS + 1, len(QUANTILES)))
        self.latest: Floats = np.empty(0)
        self._settled = 0

    def widen(self, members: int) -> None:
        room = self.raw.shape[1]
        if members > room:
            more = max(members, 2 * room) - room
            self.raw = np.pad(self.raw, ((0, 0), (0, more)), constant_values=np.nan)
            self.filled = np.full_like(self.raw, np.nan)
            self.latest = np.pad(self.latest, (0, more), constant_values=np.nan)
        self._settled = 0

    def write(self, columns: Indices, members: Indices, values: Floats) -> None:
        known = np.isfinite(values)
        if not known.all():
            columns, members, values = columns[known], members[known], values[known]
        # of several epochs in a column the last one stays
        self.raw[columns, members] = values
        self.latest[members] = values
        if columns.size:
            self._settled = min(self._settled, int(columns.min()))

    def move(self, places: Indices) -> None:
        """Give each column another place, several perhaps the same."""
        old, self.raw = self.raw, np.full_like(self.raw, np.nan)
        for column, place in enumerate(places.tolist()):
            np.copyto(self.raw[place], old[column], where=~np.isnan(old[column]))
        self._settled = 0

    def settle(self, columns: int, members: int) -> None:
        """Bring up to date what is derived from the columns that changed."""
        first = self._settled
        if first >= columns:
            return
        above = self.filled[first - 1 : first] if first else np.full((1, self.raw.shape[1]), np.nan)
        block = np.concatenate((above, self.raw[first:columns]))
        source = np.where(np.isnan(block), 0, np.arange(len(block))[:, None])
        np.maximum.accumulate(source, axis=0, out=source)
        self.filled[first:columns] = np.take_along_axis(block, source, axis=0)[1:]
        self.quantiles[first:columns] = _quantiles(self.filled[first:columns, :members])
        self._settled = columns


def _quantiles(values: Floats) -> Floats:
    """Return the quantiles of each row, NaN left out; `np.nanquantile` takes a loop for that."""
    ordered = np.sort(values, axis=1)
    known = np.sum(~np.isnan(ordered), axis=1, keepdims=True)
    last = np.maximum(known - 1, 0)
    place = QUANTILES * last
    low = np.floor(place).astype(np.int64)
    below = np.take_along_axis(ordered, low, axis=1)
    above = np.take_along_axis(ordered, np.minimum(low + 1, last), axis=1)
    return below + (above - below) * (place - low)


def _ends_of(epochs: Indices, stride: int) -> Indices:
    """Return the last epoch of the column that each epoch falls into."""
    octave = np.frexp(np.maximum(epochs, PER_OCTAVE) / PER_OCTAVE)[1].astype(np.int64) - 1
    width = np.minimum(np.int64(1) << octave, stride)
    return -(-epochs // width) * width


def _columns_until(epoch: int, stride: int) -> int:
    number, start, width = 0, 0, 1
    while width < stride and epoch > 2 * PER_OCTAVE * width:
        end = 2 * PER_OCTAVE * width
        number += (end - start) // width
        start, width = end, 2 * width
    return number + math.ceil((epoch - start) / width)
