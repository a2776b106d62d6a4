"""Gridding a layer of the map beside the window: handing numbers over, taking the raster."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, Signal
from shiboken6 import isValid

from core.events import Finished
from core.grid_numbers import Element, Samples, write_samples
from core.places import table_cache_folder
from datasets.messages import Message
from gui.map_background import Newest
from gui.services import Services

# numbers of so many samples are written between two frames
MOST_AT_ONCE = 100_000
NO_LIMITS = np.empty(0, bool)


@dataclass(frozen=True, eq=False)
class Request:
    """A layer that can be gridded.

    Attributes
    ----------
    key
        Which layer of which samples.
    place
        Which samples.
    x, y
        float64, shape (P,).
    values
        Computes numbers or class codes, shape (P,); called on any thread.
    below, rule, others
        Which values are limits, what is taken for them, and what an imputation learns from.
    """

    key: tuple[str, ...]
    place: tuple[str, ...]
    name: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    values: Callable[[], NDArray[Any]]
    crs: str = ""
    unit: str = ""
    limits: tuple[float, float] | None = None
    is_classes: bool = False
    below: NDArray[np.bool_] = field(default_factory=lambda: NO_LIMITS)
    rule: str = ""
    others: Sequence[Element] = ()


@dataclass(frozen=True, eq=False)
class Raster:
    """A gridded layer.

    Attributes
    ----------
    values
        float32, shape (rows, columns), row 0 at the smallest y, NaN in the gaps.
    rect
        Outer edges of the cells.
    """

    key: tuple[str, ...]
    values: NDArray[np.float32]
    rect: QRectF

    def covers(self, x: float, y: float) -> bool:
        """Whether a place lies in a cell that is no gap."""
        rows, columns = self.values.shape
        row = int(np.floor((y - self.rect.top()) / self.rect.height() * rows))
        column = int(np.floor((x - self.rect.left()) / self.rect.width() * columns))
        is_inside = 0 <= row < rows and 0 <= column < columns
        return is_inside and not bool(np.isnan(self.values[row, column]))

    @property
    def codes(self) -> NDArray[np.int64]:
        """The values as class codes, -1 in the gaps."""
        return np.where(np.isnan(self.values), -1, self.values).astype(np.int64)


def read_raster(key: tuple[str, ...], path: Path) -> Raster:
    """Read what the command ``grid`` wrote; x and y are the centre of the first cell."""
    with np.load(path, allow_pickle=False) as archive:
        values = np.asarray(archive["values"], np.float32)
        x, y, step_x, step_y = (float(archive[name]) for name in ("x", "y", "step_x", "step_y"))
    rows, columns = values.shape
    rect = QRectF(x - step_x / 2, y - step_y / 2, columns * step_x, rows * step_y)
    return Raster(key, values, rect)


class GridWork(QObject):
    """Asks the worker for rasters, and once for each survey what it proposes.

    Attributes
    ----------
    proposal
        Values of the answer (`core.grid_layer.propose_cells`), None while there is none.
    """

    gridded = Signal(object)
    proposed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._writing = Newest(self)
        self.proposal: dict[str, Any] | None = None
        self._asked: tuple[str, ...] | None = None

    def grid(self, request: Request, words: Sequence[str]) -> None:
        """Grid a layer; `gridded` brings the raster."""
        out = table_cache_folder() / "raster.npz"

        def done(event: Finished) -> None:
            # the window may have been made anew in another language meanwhile
            if isValid(self):
                self.gridded.emit(read_raster(request.key, out))

        def ask(path: Path) -> None:
            line = ["grid", str(path), "--out", str(out), *words]
            self._services.tasks.ask(line, done, self._services.say_failure)

        self._hand_over(request, "grid.npz", request.values, ask)

    def propose(self, request: Request) -> None:
        """Ask what these samples propose; `proposed` tells when `proposal` is there."""
        if request.place == self._asked:
            return
        self._asked, self.proposal = request.place, None

        def done(event: Finished) -> None:
            if isValid(self) and request.place == self._asked:
                self.proposal = event.values
                self.proposed.emit()

        def failed(failure: Message, traceback: str) -> None:
            # too few samples to propose from: the gridding itself will say so
            if traceback:
                self._services.say_failure(failure, traceback)

        def ask(path: Path) -> None:
            self._services.tasks.ask(["grid", str(path), "--propose"], done, failed)

        self._hand_over(request, "grid-places.npz", lambda: np.zeros(len(request.x)), ask)

    def _hand_over(
        self,
        request: Request,
        name: str,
        values: Callable[[], NDArray[Any]],
        then: Callable[[Path], None],
    ) -> None:
        path = table_cache_folder() / name

        def write() -> Path:
            samples = Samples(
                request.x, request.y, np.asarray(values(), np.float64), request.name,
                request.unit, request.crs, request.limits, request.is_classes,
            )  # fmt: skip
            write_samples(path, samples, request.below, request.rule, request.others)
            return path

        if len(request.x) <= MOST_AT_ONCE:
            then(write())
        else:
            self._writing.ask(write, then)
