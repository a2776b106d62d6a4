"""Which cells are unlike the training samples, so that no class of theirs should be believed.

A threshold is set on what lies as far from training samples as samples of the same survey do that
were held out: each fold's held-out samples are measured from that fold's training samples.
A feature that is missing, and was filled, makes a cell seem more like the training samples than it
may be; so does scaling by quantiles, which ends where the training values do.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.uncertainty.fitting import fit_reference
from core.uncertainty.order import ROUNDING, fewest_for, value_at
from core.uncertainty.reference import Array, Measure, Reference, reference_of
from core.uncertainty.survey import (
    AsAWhole,
    Survey,
    SurveyRows,
    distance_of_fold,
    survey_from,
    survey_of,
)
from datasets.messages import Message, message

# share of samples like the training ones that may be marked
MOST_MARKED = 0.05
# share that is aimed at where there are samples enough: the share of a survey that is marked
# scatters around its expectation
AIMED = 0.035


@dataclass(frozen=True)
class LeftOut:
    """One fold, in its own preparation.

    Attributes
    ----------
    training, held_out
        float64, shapes (N, S) and (M, S): prepared samples.
    """

    training: Array
    held_out: Array


@dataclass(frozen=True, eq=False)
class UnlikeRule:
    """When a cell is marked as unlike the training samples.

    Attributes
    ----------
    measure
        What `reference` is.
    reference
        The training samples, to measure from.
    threshold
        Distance, 0 or more, beyond which a cell is marked.
    samples
        Held-out samples that the threshold was found with.
    survey
        What other files are compared with as a whole; None where there were too few groups or
        areas, or an earlier version trained the model.
    """

    measure: Measure
    reference: Reference
    threshold: float
    samples: int
    survey: Survey | None = None

    @property
    def expected(self) -> float:
        """Share of samples like the training ones that is marked, in expectation at most; 0…1."""
        return _marked(self.samples) / (self.samples + 1)

    @property
    def notices(self) -> tuple[Message, ...]:
        """What a person should know of it."""
        if self.expected <= MOST_MARKED:
            return ()
        return (
            message(
                "With {samples} held-out samples up to {share} % of the cells may be marked "
                "unknown although they are like the training samples; {needed} would keep it at "
                "{most} %.",
                samples=self.samples,
                share=f"{100 * self.expected:.0f}",
                needed=fewest_for(1 - MOST_MARKED),
                most=f"{100 * MOST_MARKED:.0f}",
            ),
        )

    def scores(self, inputs: Array) -> Array:
        """Return distance / threshold of prepared cells, float64, shape (P,); above 1: unlike."""
        return _relative(self.reference.distances(inputs), self.threshold)

    def of_file(self, inputs: Array) -> AsAWhole | None:
        """Compare the prepared rows of another file, float64, shape (P, S), with the survey; None
        where there is none, or the rows are too few.
        """
        if self.survey is None:
            return None
        return self.survey.compared(self.reference.whitened(inputs))

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON; the training samples are in `arrays`."""
        survey = self.survey.to_values() if self.survey is not None else None
        return {
            "measure": self.measure,
            "threshold": self.threshold,
            "samples": self.samples,
            "survey": survey,
        }

    def arrays(self) -> dict[str, Any]:
        """Return the arrays that go with `to_values`."""
        survey = self.survey.arrays() if self.survey is not None else {}
        return {**self.reference.arrays(), **survey}

    @classmethod
    def from_values(cls, values: Mapping[str, Any], arrays: dict[str, Any]) -> UnlikeRule:
        """Return what `to_values` and `arrays` gave; raises KeyError, TypeError or ValueError on
        damaged ones.
        """
        measure: Measure = "mahalanobis" if values["measure"] == "mahalanobis" else "neighbours"
        if measure != values["measure"]:
            raise ValueError(f"measure {values['measure']}")
        threshold, samples = float(values["threshold"]), int(values["samples"])
        if not (math.isfinite(threshold) and threshold >= 0 and samples >= 1):
            raise ValueError("no threshold for unlike cells")
        reference = reference_of(measure, arrays)
        survey = survey_from(values, arrays, reference.inputs)
        return cls(measure, reference, threshold, samples, survey)


def find_unlike(
    training: Array,
    left_out: Sequence[LeftOut],
    measure: Measure = "neighbours",
    seed: int = 0,
    survey: SurveyRows | None = None,
) -> tuple[UnlikeRule, tuple[Array, ...]]:
    """Return the rule, and the score of every held-out sample.

    Parameters
    ----------
    training
        float64, shape (N, S), N ≥ 2: the prepared samples that cells will be measured from.
    left_out
        Folds, at least one with a held-out sample; see `folds_of` where there are none.
    survey
        What other files are to be compared with as a whole, prepared as `training`.

    Returns
    -------
    tuple
        The rule, and for each of `left_out` float64, shape (M,): distances from that fold's
        training samples, divided by the threshold. A labelled sample has no distance from itself
        to be judged by.
    """
    references = [fit_reference(each.training, measure, seed) for each in left_out]
    pairs = tuple(zip(references, left_out, strict=True))
    distances = tuple(own.distances(each.held_out) for own, each in pairs)
    threshold = threshold_of(np.concatenate(distances))
    samples = sum(map(len, distances))
    reference = fit_reference(training, measure, seed)
    found = None
    if survey is not None:
        apart = [distance_of_fold(own, each.training, each.held_out) for own, each in pairs]
        found = survey_of(survey, reference, apart, seed)
    rule = UnlikeRule(measure, reference, threshold, samples, found)
    return rule, tuple(_relative(each, threshold) for each in distances)


def folds_of(training: Array, fold: NDArray[np.int64]) -> tuple[LeftOut, ...]:
    """Divide the training samples of a single network, so that a threshold can be found on them.

    Parameters
    ----------
    training
        float64, shape (N, S): prepared samples.
    fold
        int64, shape (N,): each sample's fold, two or more of them; groups and blocks kept whole.
    """
    return tuple(
        LeftOut(training[fold != number], training[fold == number])
        for number in np.unique(fold).tolist()
    )


def threshold_of(distances: Array) -> float:
    """Return the distance that at most `MOST_MARKED` of further samples exceed, in expectation.

    Parameters
    ----------
    distances
        float64, shape (n,), n ≥ 1: of held-out samples. Where n is below 19, the largest, which
        further samples exceed more often.
    """
    samples = len(distances)
    return value_at(distances, 1 - _marked(samples) / (samples + 1))


def marked_notice(marked: int, rows: int) -> tuple[Message, ...]:
    """Return the sentence about rows that are marked, none where none is."""
    if not marked:
        return ()
    return (
        message(
            "{marked} of {rows} rows are unlike the training samples and marked as unknown.",
            marked=f"{marked:,}",
            rows=f"{rows:,}",
        ),
    )


def _marked(samples: int) -> int:
    """Return how many of n + 1 samples in the order of their distance lie beyond the threshold.

    3.5 % rather than 5 %, but two where 5 % are two: beyond the second largest distance, since
    the largest of a few dozen is often that of a stray sample.
    """
    most = math.floor(MOST_MARKED * (samples + 1) + ROUNDING)
    return max(1, min(2, most), math.floor(AIMED * (samples + 1) + ROUNDING))


def _relative(distances: Array, threshold: float) -> Array:
    if threshold > 0:
        return distances / threshold
    # all held-out samples are copies of training samples
    return np.where(distances > 0, np.inf, 0.0)
