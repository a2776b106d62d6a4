"""What is explained of a CNN on windows: samples with the cells around them.

What is shuffled among samples is the whole patch of an element, all cells of the window at once.
Patches keep what a CNN reads in them, their texture and halo, which values shuffled cell by cell
would lose: the network would be asked about noise that no survey has. And each window is taken out
of the survey before, so that windows that overlap do not disturb each other. The mask, which tells
where samples lie, stays: it is known of a place, not measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from core.explaining.coordinates import coordinates_of, is_by_elements
from core.explaining.fold_cells import FoldCells, fold_cells
from core.explaining.judged import judged_by_all, judged_by_none, judged_rows
from core.explaining.laid_survey import LaidSurvey, survey_of, survey_of_second
from core.explaining.subject import Contributions, Subject
from core.explaining.table_subject import usual_coordinates
from core.explaining.voters import MOST_VALUES, Voters
from core.explaining.window_contributions import window_contributions
from core.explaining.window_members import WindowMembers, said_by, voters_in
from core.parts import Parts
from core.windows.model import WindowCNN
from core.windows.neighbours import Neighbours, neighbours_of

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class WindowSubject(Subject):
    """A CNN on windows with N samples.

    Where the preparation mixes elements in a way that does not lead back to them, what is
    shuffled, moved and told of are the logratios, see `core.explaining.coordinates`.

    Attributes
    ----------
    table
        That the samples and their neighbours are rows of.
    rows
        int64, shape (N,). The samples.
    """

    model: WindowCNN
    table: LaidSurvey
    rows: Rows

    @property
    def voters(self) -> Voters:
        return voters_in(self.model)

    @property
    def cells(self) -> int:
        return self.model.window.cells

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.explained_names)

    @property
    def units(self) -> tuple[str, ...]:
        return super().units if self._by_elements else ("",) * len(self.names)

    def survey(self, most: int, seed: int) -> Array:
        if self._by_elements:
            return super().survey(most, seed)
        rows, dataset = self._surveyed(most, seed), self.parts.dataset
        fitted = self.model.preparations[0]
        return coordinates_of(fitted, dataset.features[rows], dataset.censored[rows]).values

    def goes_by_ratios(self, column: int) -> bool:
        return self._by_elements and super().goes_by_ratios(column)

    @property
    def _by_elements(self) -> bool:
        return is_by_elements(self.model.preparations[0])

    @cached_property
    def neighbours(self) -> Neighbours:
        """The cells in the windows of the samples."""
        return neighbours_of(self.rows, self.table.grid, self.cells)

    @cached_property
    def _known_cells(self) -> dict[int, FoldCells]:
        return {}

    def cells_of(self, fold: int) -> FoldCells:
        """Return these cells as the members of a fold see them."""
        if fold not in self._known_cells:
            self._known_cells[fold] = fold_cells(
                self.model.preparations[fold],
                self.table,
                self.neighbours,
                usual_coordinates(self.parts, fold),
                mask=self.model.window.mask,
            )
        return self._known_cells[fold]

    def exchanged(self, fold: int, places: Rows, columns: Sequence[int], donors: Rows) -> Tensor:
        """See `Subject.exchanged`. The whole patch of an element is the donor's, prepared by the
        fold of the sample; cells in which only the donor lacks a sample get the median of the
        training samples.
        """
        cells, around = self.cells_of(fold), self.neighbours.around
        values = cells.coordinates(around[places])
        taken = list(columns)
        if taken:
            values[..., taken] = cells.coordinates(around[donors])[..., taken]
        return self._said(fold, cells.windows(values, around[places]))

    def moved(self, fold: int, places: Rows, column: int, values: Array) -> Tensor:
        """See `Subject.moved`. All cells of the window get the value."""
        cells, around = self.cells_of(fold), self.neighbours.around[places]
        coordinates = cells.coordinates(around)
        wanted = self._as_coordinate(fold, column, values)
        coordinates[..., column] = wanted[:, np.newaxis, np.newaxis]
        return self._said(fold, cells.windows(coordinates, around))

    def _as_coordinate(self, fold: int, column: int, values: Array) -> Array:
        """Return what the table has of an element as coordinates, shape (P,)."""
        if not self._by_elements:
            return values
        features = np.full((len(values), len(self.names)), np.nan)
        features[:, column] = values
        fitted = self.model.preparations[fold]
        found: Array = coordinates_of(fitted, features, np.zeros(features.shape, bool)).values
        return found[:, column]

    def _said(self, fold: int, windows: NDArray[np.float32]) -> Tensor:
        return said_by(self.model.of_fold(fold), windows)

    def contributions(self, fold: int, places: Rows, classes: Rows) -> Contributions:
        members, around = WindowMembers(self.model.of_fold(fold)), self.neighbours.around
        most = max(1, MOST_VALUES // (members.count * self.voters.values))
        found = [
            window_contributions(members, self.cells_of(fold), around[some], codes)
            for some, codes in zip(_parts(places, most), _parts(classes, most), strict=True)
        ]
        return Contributions(
            np.concatenate([each.values for each in found], axis=1),
            np.concatenate([each.missing for each in found]),
            np.concatenate([each.cells for each in found if each.cells is not None], axis=1),
        )

    def scores(self, features: Array, censored: Mask) -> Array | None:
        return self.model.scores(features, censored)

    def of_row(self, place: int) -> Self:
        row = np.array([place])
        return replace(
            self,
            table=survey_of(self.model, self.parts),
            rows=row,
            known=self.parts.dataset.target[row],
            places=judged_by_all(1, self.parts),
        )

    def _of(self, kept: Rows) -> Self:
        return replace(self, rows=self.rows[kept])


def window_subject_of(model: WindowCNN, parts: Parts) -> WindowSubject:
    """Return the networks with all samples that judge them.

    Raises
    ------
    InputError
        When no sample does.
    """
    second = parts.second
    if second is not None:
        places = judged_by_all(len(second.target), parts)
        table = survey_of_second(model, second)
        return WindowSubject(parts, second.target, places, model, table, second.rows - 1)
    rows, places = judged_rows(parts)
    known = parts.dataset.target[rows]
    return WindowSubject(parts, known, places, model, survey_of(model, parts), rows)


def unjudged_windows(model: WindowCNN, parts: Parts) -> WindowSubject:
    """Return the networks without samples that judge them: enough to ask about single rows."""
    none, places = np.empty(0, np.int64), judged_by_none(parts)
    return WindowSubject(parts, none, places, model, survey_of(model, parts), none)


def _parts(values: Rows, most: int) -> list[Rows]:
    return [values[first : first + most] for first in range(0, len(values), most)]
