"""What is explained of a BP network: samples by themselves, each one row of values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from core.explaining.coordinates import coordinates_of
from core.explaining.gradients import mean_gradients
from core.explaining.judged import judged_by_all, judged_by_none, judged_rows
from core.explaining.members import FoldMembers, outputs_of, voters_in
from core.explaining.subject import Contributions, Subject
from core.explaining.voters import Voters
from core.model import TrainedModel
from core.parts import Parts

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class TableSubject(Subject):
    """A BP network with N samples.

    Attributes
    ----------
    features, censored
        float64 and bool, shape (N, S), as the table has them, see `datasets.dataset.Dataset`.
    """

    model: TrainedModel
    features: Array
    censored: Mask

    @property
    def voters(self) -> Voters:
        return voters_in(self.model)

    def exchanged(self, fold: int, places: Rows, columns: Sequence[int], donors: Rows) -> Tensor:
        """See `Subject.exchanged`: what the table holds, with its flag of being below a limit."""
        features, censored = self.features[places], self.censored[places]
        features[:, columns] = self.features[donors[:, np.newaxis], columns]
        censored[:, columns] = self.censored[donors[:, np.newaxis], columns]
        return outputs_of(self.model, fold, features, censored)

    def moved(self, fold: int, places: Rows, column: int, values: Array) -> Tensor:
        features, censored = self.features[places], self.censored[places]
        features[:, column] = values
        censored[:, column] = False
        return outputs_of(self.model, fold, features, censored)

    def contributions(self, fold: int, places: Rows, classes: Rows) -> Contributions:
        fitted = self.model.preparations[fold]
        found = coordinates_of(fitted, self.features[places], self.censored[places])
        baseline = usual_coordinates(self.parts, fold)
        inputs = found.inputs(np.vstack([baseline, found.values]))
        members = FoldMembers(self.model, fold)
        gradients = mean_gradients(members, inputs[1:], inputs[0], classes)
        values = (gradients.slopes @ found.matrix) * (found.values - baseline)
        return Contributions(values, gradients.missing)

    def scores(self, features: Array, censored: Mask) -> Array | None:
        return self.model.scores(features, censored)

    def of_row(self, place: int) -> Self:
        dataset, row = self.parts.dataset, np.array([place])
        return replace(
            self,
            features=dataset.features[row],
            censored=dataset.censored[row],
            known=dataset.target[row],
            places=judged_by_all(1, self.parts),
        )

    def _of(self, kept: Rows) -> Self:
        return replace(self, features=self.features[kept], censored=self.censored[kept])


def subject_of(model: TrainedModel, parts: Parts) -> TableSubject:
    """Return the network with all samples that judge it.

    Raises
    ------
    InputError
        When no sample does.
    """
    second = parts.second
    if second is not None:
        places = judged_by_all(len(second.target), parts)
        return TableSubject(parts, second.target, places, model, second.features, second.censored)
    rows, places = judged_rows(parts)
    return _subject(model, parts, rows, places)


def unjudged(model: TrainedModel, parts: Parts) -> TableSubject:
    """Return the network without samples that judge it: enough to ask about single rows."""
    return _subject(model, parts, np.empty(0, np.int64), judged_by_none(parts))


def _subject(
    model: TrainedModel, parts: Parts, rows: Rows, places: tuple[Rows, ...]
) -> TableSubject:
    known, dataset = parts.dataset.target[rows], parts.dataset
    return TableSubject(parts, known, places, model, dataset.features[rows], dataset.censored[rows])


def usual_coordinates(parts: Parts, fold: int) -> Array:
    """Return the median coordinates of the training samples of a fold, float64, shape (U,)."""
    rows, dataset = parts.folds[fold].training, parts.dataset
    fitted = parts.folds[fold].preparation
    found: Array = np.median(
        coordinates_of(fitted, dataset.features[rows], dataset.censored[rows]).values, axis=0
    )
    return found
