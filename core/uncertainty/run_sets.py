"""The prediction sets of a run: found on samples that no network saw, checked on others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from core.judging import Judged
from core.parts import Parts
from core.uncertainty.conformal import Array, Codes, SetRule, Sets, find_sets
from core.uncertainty.coverage import Coverage, count_coverage, held_out_sets
from core.uncertainty.order import fewest_for


@dataclass(frozen=True)
class RunSets:
    """What a run says of its prediction sets.

    Attributes
    ----------
    rule
        For further cells.
    held
        bool, shape (P, C). Classes in the set of every row of the table; that of a row that `rule`
        was found with is by the other ones.
    evaluation
        For ``evaluation.json``: level, samples and units of the rule, whether the coverage was
        checked, and what was counted then.
    """

    rule: SetRule
    held: Sets
    evaluation: dict[str, Any]


@dataclass(frozen=True)
class _Samples:
    """Labelled samples that a rule is found with.

    Attributes
    ----------
    rows
        Rows of the table, int64; none of the samples of a second file.
    units
        None where every sample stands alone.
    """

    rows: Codes
    known: Codes
    probability: Array
    fold: Codes
    units: Codes | None


def sets_of_run(judged: Judged, parts: Parts, level: float) -> RunSets | None:
    """Return the prediction sets of a run, None where no sample was held out.

    Parameters
    ----------
    level
        Share of the cells whose set is to hold the true class, above 0, below 1.
    """
    if judged.held_out is None:
        return None
    apart = _validation_apart(judged, parts, level)
    samples = apart or _held_out(judged, parts)
    rule = find_sets(samples.probability, samples.known, units=samples.units, level=level)
    own = held_out_sets(
        samples.probability, samples.known, samples.fold, units=samples.units, level=level
    )
    held = rule.sets_of(judged.found.probability)
    held[samples.rows] = own[: len(samples.rows)]
    checked = rule.sets_of(judged.held_out.probability) if apart else own
    coverage = None
    if parts.division.splits or parts.second is not None:
        coverage = count_coverage(checked, judged.held_out.known, level)
    return RunSets(rule, held, _evaluation(rule, len(samples.known), coverage))


def _evaluation(rule: SetRule, samples: int, coverage: Coverage | None) -> dict[str, Any]:
    """Return what is kept; by the validation part alone the coverage is not checked."""
    about = {"level": rule.level, "found_on": samples, "units": rule.units}
    if coverage is None:
        return {**about, "checked": False}
    return {**about, "checked": True, "holds": coverage.holds, **coverage.to_values()}


def _validation_apart(judged: Judged, parts: Parts, level: float) -> _Samples | None:
    """Return the validation part where it is another one than judges, and large enough."""
    if parts.is_cross_validated or not (parts.division.splits or parts.second is not None):
        return None
    rows = parts.folds[0].validation
    units = _units(parts, rows)
    if len(np.unique(rows if units is None else units)) < fewest_for(level):
        return None
    known, probability = parts.dataset.target[rows], judged.found.probability[rows]
    return _Samples(rows, known, probability, np.zeros(len(rows), np.int64), units)


def _held_out(judged: Judged, parts: Parts) -> _Samples:
    held_out = judged.held_out
    assert held_out is not None
    if parts.second is not None:
        alone = np.zeros(held_out.size, np.int64)
        return _Samples(alone[:0], held_out.known, held_out.probability, alone, None)
    fold_of = np.full(parts.dataset.size, -1, np.int64)
    for number, fold in enumerate(parts.folds):
        fold_of[fold.held_out] = number
    rows = np.flatnonzero(fold_of >= 0)
    return _Samples(rows, held_out.known, held_out.probability, fold_of[rows], _units(parts, rows))


def _units(parts: Parts, rows: Codes) -> Codes | None:
    division = parts.division
    return None if division.resampled == "samples" else division.units_of(rows)
