"""From a job on windows to what training needs: prepared features laid out as maps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch

from core.events import Event, Notice
from core.mapping import Grid
from core.parts import Fold, Parts, load_parts
from core.run_folder import RunFolder
from core.splitting import Rows
from core.window_job import WindowJob
from core.windows.raster import find_cells
from core.windows.samples import WindowSamples, cut_windows
from datasets.messages import InputError, message


@dataclass(frozen=True)
class WindowFold:
    """What one or several members are trained on."""

    fold: Fold
    samples: WindowSamples

    @property
    def training(self) -> Rows:
        return self.fold.training

    @property
    def validation(self) -> Rows:
        return self.fold.validation


@dataclass(frozen=True)
class WindowParts:
    """Everything a CNN on a survey is trained and judged on.

    Attributes
    ----------
    parts
        Table, folds and prepared features, as for a BP network.
    grid
        The cells of the survey.
    """

    parts: Parts
    grid: Grid
    folds: tuple[WindowFold, ...]

    @cached_property
    def labels(self) -> torch.Tensor:
        """Class codes of all samples, int64, shape (P,), -1 where unknown."""
        return torch.from_numpy(np.array(self.parts.dataset.target, np.int64))

    @property
    def shape(self) -> tuple[int, int, int]:
        """Channels, and the side of a window twice."""
        return self.folds[0].samples.shape


def load_window_parts(
    job: WindowJob, report: Callable[[Event], None], folder: RunFolder
) -> WindowParts:
    """Read the table, split and prepare it as for a BP network, and cut the windows.

    Raises
    ------
    InputError
        When the table cannot be used, or has no coordinates.
    """
    if not (job.data.x and job.data.y):
        raise InputError(
            "A CNN looks at the cells around each sample, and {table} has no coordinates; choose "
            "their columns on the Data page, or train a BP network.",
            table=job.data.table,
        )
    windows = cut_parts(job, load_parts(job, report, folder))
    _tell_lost(windows.grid, report)
    return windows


def cut_parts(job: WindowJob, parts: Parts) -> WindowParts:
    """Cut a window around every sample of each fold."""
    places = parts.dataset.coordinates
    assert places is not None
    steps = (job.window.cell_size, job.window.cell_size)
    grid = find_cells(places[:, 0], places[:, 1], parts.dataset.crs, steps)
    folds = tuple(
        WindowFold(
            fold,
            cut_windows(fold.inputs.numpy(), grid, job.window.cells, mask=job.window.mask),
        )
        for fold in parts.folds
    )
    return WindowParts(parts, grid, folds)


def _tell_lost(grid: Grid, report: Callable[[Event], None]) -> None:
    lost = int((grid.index < 0).sum())
    if lost:
        report(
            Notice(
                message(
                    "{samples} samples have no coordinates; the network sees them alone, without "
                    "cells around them.",
                    samples=f"{lost:,}",
                )
            )
        )
