"""The features as the network sees them: a picture from the window itself, or from the worker."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from core.arrow_columns import as_numpy
from core.censoring import FACTORS
from core.events import Finished
from core.files import write_text
from core.job import Job, Preparation
from core.job_file import job_text
from core.places import cache_folder
from core.preparing.quantiles import fit_quantiles, normal_scores
from core.preparing.scaling import shift_and_scale
from datasets.messages import Message
from gui.services import Services
from gui.table_info import TableInfo

Array = NDArray[np.float64]
# rows that a picture is drawn from; the worker keeps to the same number
MOST_DRAWN = 100_000
_PATIENCE_MS = 150


def needs_worker(preparation: Preparation, table: TableInfo, features: Sequence[str]) -> bool:
    """Whether a feature cannot be prepared by itself, or must be fitted to be prepared."""
    if preparation.transform in ("clr", "ilr") or preparation.reduction != "none":
        return True
    columns = (table.column(name) for name in features)
    return any(
        column is not None
        and column.censored > 0
        and preparation.censored_of.get(column.name, preparation.censored) not in FACTORS
        for column in columns
    )


def measured(table: TableInfo, name: str) -> tuple[Array, NDArray[np.bool_]]:
    """Return values of a column for a picture, and which are limits; none of a text column."""
    values = table.values(name)
    if values.dtype == object:
        return np.empty(0), np.empty(0, bool)
    step = -(-len(values) // MOST_DRAWN) or 1
    below = table.censored(name)
    values = values[::step]
    below = np.zeros(len(values), bool) if below is None else below[::step]
    known = np.isfinite(values)
    return values[known], below[known]


def prepared(values: Array, below: NDArray[np.bool_], name: str, preparation: Preparation) -> Array:
    """Return prepared values of one feature, with figures of these rows.

    For a preparation that needs no worker.
    """
    if len(values) == 0:
        return values
    rule = preparation.censored_of.get(name, preparation.censored)
    values = np.where(below, values * FACTORS.get(rule, FACTORS["half"]), values)
    if preparation.transform == "log10" and values.min() > 0:
        values = np.log10(values)
    if values.min() == values.max():
        return np.zeros(len(values))
    if preparation.scaling == "quantile":
        return normal_scores(values, fit_quantiles(values))
    shift, scale = shift_and_scale(values, preparation.scaling)
    return (values - shift) / scale


@dataclass(frozen=True)
class Found:
    """What the worker found.

    Attributes
    ----------
    features
        By name: ``rule`` as it is carried out, ``censored``, ``least`` and ``most`` of what is
        taken for a limit.
    inputs
        Names of the inputs of the network.
    shares
        Share of the variance of each principal component, () without any.
    notices
        What was worked around.
    """

    job: Job
    features: dict[str, dict[str, Any]]
    inputs: tuple[str, ...]
    shares: tuple[float, ...]
    notices: tuple[Message, ...]
    arrow: pa.Table

    def values_of_input(self, number: int) -> Array:
        """Return values of an input, for a picture."""
        return np.asarray(as_numpy(self.arrow.column(f"i{number}")))

    def completed(self, name: str) -> Array:
        """Return values of a feature with limits and gaps replaced, for a picture."""
        return np.asarray(as_numpy(self.arrow.column(f"f{list(self.features).index(name)}")))


class PreparedValues(QObject):
    """Asks the worker for what the network sees, one job at a time, the last one always."""

    changed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wanted: Job | None = None
        self._asked: Job | None = None
        self.found: Found | None = None
        self.failure: Message | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._wanted is not None and self.failure is None and self.of(self._wanted) is None

    def of(self, job: Job) -> Found | None:
        """Return what was found for a job, None as long as it was not."""
        if self.found is None or _decisive(self.found.job) != _decisive(job):
            return None
        return self.found

    def want(self, job: Job | None) -> None:
        """Ask for a job soon; None for nothing."""
        if (
            job is not None
            and self._wanted is not None
            and _decisive(job) == _decisive(self._wanted)
        ):
            return
        self._wanted = job
        self.failure = None
        if self.busy:
            self._timer.start()

    def stop(self) -> None:
        """Hear of nothing any more."""
        self._wanted = None
        self._timer.stop()

    def _ask(self) -> None:
        job = self._wanted
        if job is None or self._asked is not None or self.of(job) is not None:
            return
        self._asked = job
        folder = cache_folder() / "prepared"
        name = hashlib.sha256(job_text(job).encode()).hexdigest()[:16]
        path, out = folder / f"{name}.toml", folder / f"{name}.arrow"
        try:
            write_text(path, job_text(job))
        except OSError as error:
            self._asked = None
            self._services.say(str(error), "error")
            return
        self._services.tasks.ask(["prepare", str(path), "--out", str(out)], self._take, self._fail)

    def _take(self, finished: Finished) -> None:
        job, self._asked = self._asked, None
        if job is None or self._wanted is None:
            return
        values = finished.values
        with pa.memory_map(values["out"]) as file:
            arrow = pa.ipc.open_file(file).read_all()
        self.found = Found(
            job,
            {each["name"]: each for each in values["features"]},
            tuple(values["inputs"]),
            tuple(values["shares"]),
            tuple(Message(**notice) for notice in values["notices"]),
            arrow,
        )
        _keep_only(Path(values["out"]))
        self._ask()
        self.changed.emit()

    def _fail(self, failure: Message, traceback: str) -> None:
        job, self._asked = self._asked, None
        if self._wanted is None or job is None:
            return
        if traceback:
            self._services.say_failure(failure, traceback)
        if _decisive(job) != _decisive(self._wanted):
            self._ask()
            return
        self.failure = failure
        self.changed.emit()


def _decisive(job: Job) -> tuple[Any, ...]:
    """Return what decides on the preparation of a job."""
    return job.data, job.preparation, job.training.seed


def _keep_only(kept: Path) -> None:
    """Remove the files of earlier answers, as far as nothing holds them."""
    for path in kept.parent.glob("*.*"):
        if path.stem != kept.stem:
            try:
                path.unlink()
            except OSError:
                continue
