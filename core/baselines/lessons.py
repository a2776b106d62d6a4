"""What a fold of a run teaches a classifier, and what it is asked afterwards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.parts import Parts
from core.preparing.compiled import prepared_samples

Floats = NDArray[np.float64]
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
        float64, shape (P, S). Training and validation samples.
    codes
        int64, shape (P,). Their classes.
    asked
        float64, shape (N, S). Samples that judge.
    rows
        int64, shape (N,). Their rows in the dataset, or in the second file where that judges.
    """

    inputs: Floats
    codes: Rows
    asked: Floats
    rows: Rows


def lesson_of(parts: Parts, number: int) -> Lesson:
    """Return the lesson of a fold, counted from 0."""
    fold = parts.folds[number]
    inputs = fold.inputs.numpy()
    learned = np.union1d(fold.training, fold.validation)
    second = parts.second
    if second is None:
        learned = np.setdiff1d(learned, fold.held_out)
        asked, rows = inputs[fold.held_out], fold.held_out
    else:
        asked = prepared_samples(fold.preparation, second.features, second.censored)
        rows = np.arange(len(asked))
    return Lesson(inputs[learned], parts.dataset.target[learned], asked, rows)


def known_of(parts: Parts, rows: Rows) -> tuple[Rows, Rows]:
    """Return the classes of rows that judge, and what is drawn together when they are drawn anew.

    Both int64, shape (N,).
    """
    if parts.second is not None:
        return parts.second.target[rows], np.arange(len(rows))
    return parts.dataset.target[rows], parts.division.units_of(rows)
