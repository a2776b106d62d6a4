"""What a fold of a run teaches a classifier, and what it is asked afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.baselines.estimators import Baseline
from core.parts import Parts
from core.preparing.compiled import prepared_samples

Values = NDArray[np.float64] | NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Lesson:
    """Samples of one fold, prepared as its network reads them.

    A classifier that stops by no validation loss needs no validation samples, so it learns from
    these too, as long as they do not judge. It has more samples than a network that keeps some
    aside: this favours it.

    Attributes
    ----------
    inputs
        float64 or float32, shape (P, S). Training and validation samples.
    codes
        int64, shape (P,). Their classes.
    asked
        As `inputs`, shape (N, S). Samples that judge.
    rows
        int64, shape (N,). Their rows in the dataset, or in the second file where that judges.
    offered
        How many samples there were to learn from; more than P where some were left out to save
        time.
    """

    inputs: Values
    codes: Rows
    asked: Values
    rows: Rows
    offered: int


class Lessons(Protocol):
    """A run as classifiers see it: a survey or images, in one fold or several."""

    @property
    def class_names(self) -> tuple[str, ...]: ...

    @property
    def folds(self) -> int: ...

    @property
    def has_judges(self) -> bool:
        """Whether any sample is held out."""
        ...

    def lesson(self, name: Baseline, number: int) -> Lesson:
        """Return what a fold, counted from 0, teaches one of the classifiers."""
        ...

    def known(self, rows: Rows) -> tuple[Rows, Rows]:
        """Return the classes of rows that judge, and what is drawn together when they are drawn
        anew; both int64, shape (N,).
        """
        ...


@dataclass(frozen=True)
class SurveyLessons:
    """The lessons of a run on a table."""

    parts: Parts

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.parts.dataset.class_names

    @property
    def folds(self) -> int:
        return len(self.parts.folds)

    @property
    def has_judges(self) -> bool:
        held_out = any(len(fold.held_out) for fold in self.parts.folds)
        return self.parts.second is not None or held_out

    def lesson(self, name: Baseline, number: int) -> Lesson:
        fold, second = self.parts.folds[number], self.parts.second
        inputs = fold.inputs.numpy()
        learned = np.union1d(fold.training, fold.validation)
        if second is None:
            learned = np.setdiff1d(learned, fold.held_out)
            asked, rows = inputs[fold.held_out], fold.held_out
        else:
            asked = prepared_samples(fold.preparation, second.features, second.censored)
            rows = np.arange(len(asked))
        codes = self.parts.dataset.target[learned]
        return Lesson(inputs[learned], codes, asked, rows, len(learned))

    def known(self, rows: Rows) -> tuple[Rows, Rows]:
        second = self.parts.second
        if second is not None:
            return second.target[rows], np.arange(len(rows))
        return self.parts.dataset.target[rows], self.parts.division.units_of(rows)
