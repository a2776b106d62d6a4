"""What is explained: trained networks, and the samples that judge them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from core.explaining.coordinates import coordinate_names
from core.explaining.voters import Voters
from core.parts import Parts
from core.preparing.substitution import HALF_THE_LIMIT

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Rows = NDArray[np.int64]

# keeps the choice of samples apart from other draws of a seed
CHOICE_DRAW = 0xC401CE


@dataclass(frozen=True)
class Contributions:
    """To the probability of one class for each of P samples, by V members.

    Attributes
    ----------
    values
        float64, shape (V, P, U), in probability, -1 to 1.
    missing
        float64, shape (P,). What their sums miss, see `core.explaining.gradients`.
    cells
        float64, shape (V, P, n, n). The same sums by the cells of a window; row 0 has the smallest
        y. NaN where no sample lies. None where the samples are seen by themselves.
    """

    values: Array
    missing: Array
    cells: Array | None = None


@dataclass(frozen=True)
class Subject(ABC):
    """Trained networks with N samples, each with the members that never saw it.

    Attributes
    ----------
    parts
        What they were trained on.
    known
        int64, shape (N,). Class of each sample.
    places
        For each fold the samples that its members judge, as places among the N.
    """

    parts: Parts
    known: Rows
    places: tuple[Rows, ...]

    @property
    @abstractmethod
    def voters(self) -> Voters:
        """The members that are asked."""

    @abstractmethod
    def exchanged(self, fold: int, places: Rows, columns: Sequence[int], donors: Rows) -> Tensor:
        """Return what the voting members of a fold say of samples with elements of other samples.

        Parameters
        ----------
        places, donors
            int64, shape (P,). Places among the N.
        columns
            Numbers of the elements that are the donors'; none: the samples are as they are.

        Returns
        -------
        Tensor
            float64, shape (V, P, outputs).
        """

    @abstractmethod
    def moved(self, fold: int, places: Rows, column: int, values: Array) -> Tensor:
        """Return what they say, alike, of samples with other values, shape (P,), of an element."""

    @abstractmethod
    def contributions(self, fold: int, places: Rows, classes: Rows) -> Contributions:
        """Return what each element contributes to the probability of a class for each sample.

        Parameters
        ----------
        places, classes
            int64, shape (P,). Places among the N, and the class that is explained of each.
        """

    @abstractmethod
    def scores(self, features: Array, censored: Mask) -> Array | None:
        """Return how unlike the training samples each is, see `core.model.TrainedModel.scores`."""

    @abstractmethod
    def of_row(self, place: int) -> Self:
        """Return a subject whose one sample is a row of the table, counted from 0."""

    @abstractmethod
    def _of(self, kept: Rows) -> Self:
        """Return the subject with some of its samples; `known` and `places` may stay as before."""

    @property
    def size(self) -> int:
        """Number of samples, N."""
        return len(self.known)

    @property
    def classes(self) -> int:
        """Number of classes, C."""
        return len(self.voters.class_names)

    @property
    def names(self) -> tuple[str, ...]:
        """What is shuffled and moved: the elements."""
        return self.parts.dataset.feature_names

    @property
    def units(self) -> tuple[str, ...]:
        """Their units, "" where unknown."""
        return self.parts.dataset.feature_units

    @property
    def cells(self) -> int:
        """Cells across the window around each sample; 0 where it is seen by itself."""
        return 0

    @property
    def explained_names(self) -> list[str]:
        """What contributions are told of, U names, see `core.explaining.coordinates`."""
        return coordinate_names(self.voters.preparations[0], self.parts.dataset.feature_names)

    def survey(self, most: int, seed: int) -> Array:
        """Return the elements of all rows of the table, or of so many of them; NaN where missing.

        Half of its limit stands for what is below it.
        """
        rows, dataset = self._surveyed(most, seed), self.parts.dataset
        values = HALF_THE_LIMIT.apply(dataset.features[rows], dataset.censored[rows])
        return np.where(np.isfinite(values), values, np.nan)

    def _surveyed(self, most: int, seed: int) -> Rows:
        """Return all rows of the table, or so many of them, counted from 0."""
        size = self.parts.dataset.size
        if size <= most:
            return np.arange(size)
        rng = np.random.default_rng([seed, CHOICE_DRAW])
        return rng.choice(size, most, replace=False, shuffle=False)

    def usual(self, column: int) -> float:
        """Return the value of an element that stands for missing ones."""
        return self.voters.preparations[0].fill[column]

    def goes_by_ratios(self, column: int) -> bool:
        """Whether the network sees logarithms of an element."""
        fitted = self.voters.preparations[0]
        if fitted.composition is not None:
            return column in fitted.composition.parts
        return fitted.logarithm[column]

    def folds(self) -> Iterator[tuple[int, Rows]]:
        """Yield the number of each fold that judges any sample, with their places."""
        for number, places in enumerate(self.places):
            if len(places):
                yield number, places

    def some(self, most: int, seed: int) -> Self:
        """Return the subject with at most so many samples, as many of each class as can be."""
        if self.size <= most:
            return self
        turn = np.empty(self.size)
        order = np.random.default_rng([seed, CHOICE_DRAW]).permutation(self.size)
        # the first of every class come before the second of any
        for code in range(self.classes):
            of_class = order[self.known[order] == code]
            turn[of_class] = np.arange(len(of_class))
        return self._only(np.sort(order[np.argsort(turn[order], kind="stable")[:most]]))

    def _only(self, kept: Rows) -> Self:
        place = np.full(self.size, -1)
        place[kept] = np.arange(len(kept))
        places = tuple(place[each] for each in self.places)
        return replace(
            self._of(kept),
            known=self.known[kept],
            places=tuple(each[each >= 0] for each in places),
        )
