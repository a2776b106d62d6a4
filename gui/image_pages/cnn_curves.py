"""The curves of a run of CNNs, read as they grow: some within the epochs, some at their ends."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.cnn.curves import EPOCH_COLUMNS, STEP_COLUMNS, EpochsReader, StepsReader
from core.cnn.growing_table import Columns
from gui.decimation import Envelope

# the rest of the columns says where a row belongs
STEP_CURVES = STEP_COLUMNS[3:]
EPOCH_CURVES = EPOCH_COLUMNS[2:6]
CURVES = (*STEP_CURVES, *EPOCH_CURVES)


class CNNCurves:
    """Every figure of every member against the epoch; a figure that is not known has no point."""

    def __init__(self) -> None:
        self.follow(None)

    def follow(self, folder: Path | None) -> None:
        """Read the tables of a run from their start; None: of none."""
        self._steps = StepsReader(folder) if folder is not None else None
        self._epochs = EpochsReader(folder) if folder is not None else None
        self._curves: dict[tuple[int, str], Envelope] = {}
        self.members = 0

    def read(self) -> bool:
        """Take what was added since the last call; return whether there is anything new."""
        if self._steps is None or self._epochs is None:
            return False
        steps, restarted = self._steps.read_new()
        epochs, too = self._epochs.read_new()
        if restarted:
            self._forget(STEP_CURVES)
        if too:
            self._forget(EPOCH_CURVES)
        self._take(steps, STEP_CURVES)
        self._take(epochs, EPOCH_CURVES)
        return restarted or too or bool(len(steps["epoch"]) or len(epochs["epoch"]))

    def curve(self, member: int, name: str) -> Envelope:
        """Return the points of one of `CURVES`, x the epoch."""
        return self._curves.setdefault((member, name), Envelope())

    @property
    def newest(self) -> float:
        """The last epoch that any point lies at, 0 before there is one."""
        ends = [curve.x[-1] for curve in self._curves.values() if len(curve)]
        return float(max(ends, default=0.0))

    def best_epoch(self, member: int) -> int:
        """Return the epoch whose weights are kept, 0 before there is one.

        The rule is that of `core.cnn.standing`: the highest validation accuracy, of equal ones the
        lowest validation loss, of equal ones the first.
        """
        accuracy = self.curve(member, "validation_accuracy")
        loss = self.curve(member, "validation_loss")
        both, of_accuracy, of_loss = np.intersect1d(accuracy.x, loss.x, return_indices=True)
        if not both.size:
            return 0
        order = np.lexsort((both, loss.y[of_loss], -accuracy.y[of_accuracy]))
        return int(both[order[0]])

    def _forget(self, names: tuple[str, ...]) -> None:
        for key in [key for key in self._curves if key[1] in names]:
            del self._curves[key]

    def _take(self, rows: Columns, names: tuple[str, ...]) -> None:
        members = rows["member"]
        for member in np.unique(members[np.isfinite(members)]).astype(int).tolist():
            self.members = max(self.members, member + 1)
            its_own = members == member
            for name in names:
                self.curve(member, name).append(rows["epoch"][its_own], rows[name][its_own])
