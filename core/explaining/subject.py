"""What is explained: a trained network, and the samples that judge it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.model import TrainedModel
from core.parts import Parts
from datasets.messages import InputError

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Rows = NDArray[np.int64]

# keeps the choice of samples apart from other draws of a seed
CHOICE_DRAW = 0xC401CE


@dataclass(frozen=True)
class Subject:
    """A trained network with N samples, each with the members that never saw it.

    Attributes
    ----------
    parts
        What it was trained on.
    features, censored
        float64 and bool, shape (N, S), as the table has them, see `datasets.dataset.Dataset`.
    known
        int64, shape (N,). Class of each sample.
    places
        For each fold the samples that its members judge, as places among the N.
    """

    model: TrainedModel
    parts: Parts
    features: Array
    censored: Mask
    known: Rows
    places: tuple[Rows, ...]

    @property
    def size(self) -> int:
        """Number of samples, N."""
        return len(self.known)

    @property
    def classes(self) -> int:
        """Number of classes, C."""
        return len(self.model.class_names)

    def some(self, most: int, seed: int) -> Subject:
        """Return the subject with at most so many samples, as many of each class as can be."""
        if self.size <= most:
            return self
        turn = np.empty(self.size)
        order = np.random.default_rng([seed, CHOICE_DRAW]).permutation(self.size)
        # the first of every class come before the second of any
        for code in range(self.classes):
            of_class = order[self.known[order] == code]
            turn[of_class] = np.arange(len(of_class))
        kept = np.sort(order[np.argsort(turn[order], kind="stable")[:most]])
        return self._only(kept)

    def _only(self, kept: Rows) -> Subject:
        place = np.full(self.size, -1)
        place[kept] = np.arange(len(kept))
        places = [place[each] for each in self.places]
        return replace(
            self,
            features=self.features[kept],
            censored=self.censored[kept],
            known=self.known[kept],
            places=tuple(each[each >= 0] for each in places),
        )

    def folds(self) -> Iterator[tuple[int, Rows]]:
        """Yield the number of each fold that judges any sample, with their places."""
        for number, places in enumerate(self.places):
            if len(places):
                yield number, places

    def survey(self, most: int, seed: int) -> tuple[Array, Mask]:
        """Return features and censored flags of all rows of the table, or of so many of them."""
        dataset = self.parts.dataset
        if dataset.size <= most:
            return dataset.features, dataset.censored
        chosen = np.random.default_rng([seed, CHOICE_DRAW]).choice(
            dataset.size, most, replace=False, shuffle=False
        )
        return dataset.features[chosen], dataset.censored[chosen]


def subject_of(model: TrainedModel, parts: Parts) -> Subject:
    """Return the network with all samples that judge it.

    Raises
    ------
    InputError
        When no sample does.
    """
    second = parts.second
    if second is not None:
        every = np.arange(len(second.target))
        places = tuple(every for _ in parts.folds)
        return Subject(model, parts, second.features, second.censored, second.target, places)
    rows = _union([fold.held_out for fold in parts.folds])
    if not len(rows):
        raise InputError(
            "No sample is held out, so there is nothing to explain the network by; choose how the "
            "network is judged and run again."
        )
    dataset = parts.dataset
    places = tuple(np.searchsorted(rows, fold.held_out) for fold in parts.folds)
    return Subject(
        model, parts, dataset.features[rows], dataset.censored[rows], dataset.target[rows], places
    )


def unjudged(model: TrainedModel, parts: Parts) -> Subject:
    """Return the network without samples that judge it: enough to ask about single rows."""
    dataset = parts.dataset
    none = np.empty(0, np.int64)
    places = tuple(none for _ in parts.folds)
    return Subject(
        model, parts, dataset.features[none], dataset.censored[none], dataset.target[none], places
    )


def _union(rows: Sequence[Rows]) -> Rows:
    found: Rows = np.unique(np.concatenate(rows)).astype(np.int64)
    return found
