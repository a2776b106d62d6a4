"""A trained CNN on windows of a survey: enough to classify another survey anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.cnn.model import probabilities_of
from core.job_sections.cnn import CNN
from core.job_sections.window import Window
from core.mapping import Grid
from core.networks.cnn.building import CNNModule
from core.networks.cnn.planned import Plan
from core.preparation import FittedPreparation
from core.preparing.compiled import prepared_samples
from core.uncertainty.conformal import SetRule
from core.uncertainty.unlike import UnlikeRule
from core.voting import Classification, Votes
from core.windows.raster import find_cells
from core.windows.samples import WindowSamples, cut_windows


@dataclass(frozen=True)
class WindowCNN:
    """Everything that a prediction needs.

    Attributes
    ----------
    steps
        Sides of a cell of the survey it learned from: other surveys are laid out so too.
    members
        Networks in evaluation mode. Those that diverged are not among them.
    member_folds
        For each member the number of its fold, from 0.
    preparations
        One for each fold.
    sets
        Which classes cannot be excluded; None where no sample was held out to find that with.
    unlike
        Which samples are unlike those it learned from, by themselves and not by the cells around
        them, prepared as for the first fold; None where that is not asked for.
    """

    cnn: CNN
    window: Window
    steps: tuple[float, float]
    plan: Plan
    members: tuple[CNNModule, ...]
    member_folds: tuple[int, ...]
    preparations: tuple[FittedPreparation, ...]
    feature_names: tuple[str, ...]
    feature_units: tuple[str, ...]
    class_names: tuple[str, ...]
    target: str
    sets: SetRule | None = None
    unlike: UnlikeRule | None = None

    def __post_init__(self) -> None:
        for member in self.members:
            member.eval()

    def grid(self, coordinates: NDArray[np.float64], crs: str) -> Grid:
        """Return the cells of samples at coordinates of shape (P, 2)."""
        return find_cells(coordinates[:, 0], coordinates[:, 1], crs, self.steps)

    def classify(
        self,
        features: NDArray[np.float64],
        coordinates: NDArray[np.float64],
        crs: str,
        censored: NDArray[np.bool_] | None = None,
    ) -> Classification:
        """Classify the samples of a whole survey, each by the cells around it.

        Parameters
        ----------
        features
            float64, shape (P, S), columns as `feature_names`; NaN where missing.
        coordinates
            float64, shape (P, 2); NaN where missing.
        """
        grid = self.grid(coordinates, crs)
        votes = []
        for fold, preparation in enumerate(self.preparations):
            inputs = prepared_samples(preparation, features, censored)
            samples = cut_windows(inputs, grid, self.window.cells, mask=self.window.mask)
            votes.append(votes_of(self.of_fold(fold), samples))
        return sum(votes[1:], votes[0]).count()

    def scores(
        self, features: NDArray[np.float64], censored: NDArray[np.bool_] | None = None
    ) -> NDArray[np.float64] | None:
        """Return how unlike the training samples each sample is, as `TrainedModel.scores` does."""
        if self.unlike is None:
            return None
        return self.unlike.scores(prepared_samples(self.preparations[0], features, censored))

    def of_fold(self, fold: int) -> list[CNNModule]:
        """Return the members of a fold."""
        pairs = zip(self.members, self.member_folds, strict=True)
        return [member for member, its_fold in pairs if its_fold == fold]


def votes_of(members: Sequence[CNNModule], samples: WindowSamples) -> Votes:
    """Return what members say of all samples; of a CNN the probabilities are the outputs."""
    classes = members[0].plan.classes
    votes = Votes.none(len(samples), classes, classes)
    for member in members:
        said = probabilities_of(member, samples)
        votes.probability[:] += said
        votes.outputs[:] += said
        votes.named[np.arange(len(said)), said.argmax(axis=1)] += 1
        votes.members[:] += 1
    return votes
