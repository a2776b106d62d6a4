"""Prediction sets: which classes cannot be excluded at a level, from held-out samples.

A sample's score says how badly its known class fits what networks say that never saw it; a class
belongs to the set of a cell where its score there is no larger than those of most held-out samples.

What is promised: where held-out samples and cells are exchangeable and the networks of the map are
those that gave the scores (a hold-out), the set holds the true class with a probability of `level`
or more; for a class with a threshold of its own also among the samples of that class (Vovk, V.,
2012, Conditional validity of inductive conformal predictors, Proceedings of Machine Learning
Research 25, 475-490). With folds the scores are those of each fold's networks, while all of them
vote on a cell: cross-conformal sets, for whose kind 1 − 2 · (1 − level) is proven and about `level`
is observed (Vovk, V., 2015, Cross-conformal predictors, Annals of Mathematics and Artificial
Intelligence 74, 9-28; Barber, R. F., et al., 2021, Predictive inference with the jackknife+, Annals
of Statistics 49, 486-507). Samples of a survey that lie beside each other are not exchangeable with
cells far from all of them: only folds of groups or blocks show what is left of the coverage there.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from core.finite import finite_or_none
from core.uncertainty.order import ROUNDING, fewest_for, value_at
from datasets.messages import Message, message

Array = NDArray[np.float64]
Codes = NDArray[np.int64]
Sets = NDArray[np.bool_]
Score = Literal["lac", "aps"]
LEVEL = 0.9


@dataclass(frozen=True)
class SetRule:
    """Which classes belong to the set of a cell.

    Attributes
    ----------
    score
        See `scores_of`.
    level
        Share of the cells whose set is to hold the true class, above 0, below 1.
    thresholds
        Largest score of each of C classes that belong to a set; infinite where a class always
        does.
    own
        Whether the threshold of a class is from its own samples; otherwise from all samples.
    units
        Held-out samples, groups or blocks that the thresholds were found with.
    """

    score: Score
    level: float
    thresholds: tuple[float, ...]
    own: tuple[bool, ...]
    units: int

    def sets_of(self, probability: Array) -> Sets:
        """Return which classes each cell's set holds, bool, shape (M, C).

        The most probable class always belongs to it, so that no set is empty, and all classes do
        where no network voted.

        Parameters
        ----------
        probability
            float64, shape (M, C); rows sum to 1, NaN where no network voted.
        """
        sound = np.nan_to_num(probability, nan=0.0)
        held = scores_of(sound, self.score) <= np.array(self.thresholds)
        held[np.arange(len(sound)), sound.argmax(axis=1)] = True
        held[np.isnan(probability).any(axis=1)] = True
        return held

    def notices(self, class_names: tuple[str, ...]) -> tuple[Message, ...]:
        """Return what a person should know of it."""
        if self.units < fewest_for(self.level):
            return (
                message(
                    "Prediction sets at {level} % need {fewest} held-out samples, groups or blocks "
                    "or more, and there are {units}: every set holds all classes.",
                    level=f"{100 * self.level:g}",
                    fewest=fewest_for(self.level),
                    units=self.units,
                ),
            )
        few = [name for name, own in zip(class_names, self.own, strict=True) if not own]
        if not few:
            return ()
        return (
            message(
                "Classes with fewer than {fewest} held-out samples, groups or blocks have the "
                "threshold of all samples for their prediction sets, so that the level does not "
                "hold for each of them: {classes}.",
                fewest=fewest_of_class(self.level),
                classes=", ".join(few),
            ),
        )

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON, which has no infinity."""
        finite = [finite_or_none(each) for each in self.thresholds]
        return {
            "score": self.score,
            "level": self.level,
            "thresholds": finite,
            "own": list(self.own),
            "units": self.units,
        }

    @classmethod
    def from_values(cls, values: Mapping[str, Any], classes: int) -> SetRule:
        """Return what `to_values` gave, for C classes; raises KeyError, TypeError or ValueError on
        damaged ones.
        """
        thresholds = tuple(
            math.inf if each is None else float(each) for each in values["thresholds"]
        )
        own = tuple(bool(each) for each in values["own"])
        found = cls(values["score"], float(values["level"]), thresholds, own, int(values["units"]))
        if (
            found.score not in get_args(Score)
            or not 0 < found.level < 1
            or not len(thresholds) == len(own) == classes
            or any(math.isnan(each) for each in thresholds)
        ):
            raise ValueError("the thresholds of the prediction sets do not fit the classes")
        return found


def find_sets(
    probability: Array,
    known: Codes,
    *,
    units: Codes | None = None,
    level: float = LEVEL,
    score: Score = "lac",
) -> SetRule:
    """Return the rule that held-out samples give.

    A class with held-out samples in ⌈1 / (1 − level)⌉ units or more (10 at 0.9) has a threshold of
    its own; the others have that of all samples together. On Kola, Jura, porphyry and volcanic rock
    data the coverage was kept so, by blocks and deposits too, where thresholds without units fell
    below it; "aps" kept it with larger sets.

    Parameters
    ----------
    probability
        float64, shape (N, C): of networks that never saw the sample; NaN counts as 0.
    known
        int64, shape (N,), 0 to C − 1.
    units
        int64, shape (N,): group or block of each sample, for sets that keep the level in groups or
        blocks that no network has seen. None: every sample by itself.
    level
        Above 0, below 1.
    """
    sound = np.nan_to_num(probability, nan=0.0)
    scores = scores_of(sound, score)[np.arange(len(known)), known]
    names = np.arange(len(known)) if units is None else units
    fewest = fewest_of_class(level)
    of_all = value_at(scores, level, names)
    thresholds, own = [], []
    for code in range(probability.shape[1]):
        its = known == code
        own.append(len(np.unique(names[its])) >= fewest)
        thresholds.append(value_at(scores[its], level, names[its]) if own[-1] else of_all)
    return SetRule(score, level, tuple(thresholds), tuple(own), len(np.unique(names)))


def fewest_of_class(level: float) -> int:
    """Return how many units with samples of it a class needs for a threshold of its own."""
    return math.ceil(1 / (1 - level) - ROUNDING)


def scores_of(probability: Array, score: Score) -> Array:
    """Return how badly each class fits each sample, float64, shape (M, C), 0…1.

    "lac" is 1 − p(class), which gives the smallest sets on average (Sadinle, M., Lei, J., &
    Wasserman, L., 2019, Least ambiguous set-valued classifiers with bounded error levels, Journal
    of the American Statistical Association 114, 223-234). "aps" adds up the probabilities of the
    class and of all more probable ones, without randomisation (Romano, Y., Sesia, M., & Candès,
    E. J., 2020, Classification with valid and adaptive coverage, Advances in Neural Information
    Processing Systems 33).

    Parameters
    ----------
    probability
        float64, shape (M, C).
    """
    if score == "lac":
        return 1.0 - probability
    order = np.argsort(-probability, axis=1, kind="stable")
    sums = np.cumsum(np.take_along_axis(probability, order, axis=1), axis=1)
    found = np.empty_like(sums)
    np.put_along_axis(found, order, sums, axis=1)
    return found
