"""Finding the figures of a preparation on training samples. Workers alone load this module."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.job import Preparation
from core.preparation import Array, FittedPreparation, Mask
from core.preparing.fitting_parts import fit_composition
from core.preparing.fitting_rules import fit_substitution
from core.preparing.quantiles import fit_quantiles, normal_scores
from core.preparing.rotation import fit_rotation
from core.preparing.scaling import mad, shift_and_scale
from datasets.messages import Message, message


def fit_preparation(
    features: Array,
    names: Sequence[str],
    preparation: Preparation,
    *,
    censored: Mask | None = None,
    units: Sequence[str] = (),
    inputs: int = 0,
) -> FittedPreparation:
    """Find all figures on the training samples; no other sample has a say.

    Parameters
    ----------
    features
        float64, shape (P, S): what was measured, and the limit where `censored`; NaN or
        infinite where missing.
    names
        The S features, for notices and for rules of single ones.
    censored
        bool, shape (P, S). None: nothing is below a limit.
    units
        Of the S features, "" where unknown; () for all unknown. Logratios need them.
    inputs
        Number of principal components, where there are any; 0 takes the job's.

    Raises
    ------
    InputError
        When logratios are wanted of fewer than two concentrations.
    """
    notices: list[Message] = []
    below = np.zeros(features.shape, bool) if censored is None else censored
    fitted = _with_replacements(features, below, names, preparation, notices)
    complete = fitted.completed(features, below)
    if preparation.transform == "clr" or preparation.transform == "ilr":
        parts = fit_composition(complete, names, units, preparation.transform, notices)
        fitted = replace(fitted, composition=parts)
    transformed = fitted.transformed(complete)
    fitted = _with_scales(fitted, transformed, names, preparation.scaling, notices)
    if preparation.transform == "log10":
        _tell_of_linear(names, fitted.logarithm, notices)
    if preparation.reduction != "none":
        rotation = fit_rotation(
            fitted.scaled(transformed),
            number=inputs or _components(preparation, transformed.shape[1]),
            share=preparation.variance,
            whitening=preparation.reduction == "whitening",
        )
        fitted = replace(fitted, rotation=rotation)
    return replace(fitted, notices=tuple(notices))


def _components(preparation: Preparation, values: int) -> int:
    """Return the number of components, 0 where the share of variance decides."""
    return min(preparation.components, values)


def _with_replacements(
    features: Array,
    below: Mask,
    names: Sequence[str],
    preparation: Preparation,
    notices: list[Message],
) -> FittedPreparation:
    """Return what stands for limits, gaps and zeros; scaling is still to come."""
    substitution = fit_substitution(features, below, names, preparation, notices)
    logged, floors, fills = [], [], []
    values = substitution.apply(features, below)
    for column in values.T:
        known = column[np.isfinite(column)]
        if len(known) == 0:
            known = np.ones(1)
        takes_log = preparation.transform == "log10" and bool((known > 0).all())
        logged.append(takes_log)
        floors.append(float(known.min()) if takes_log else 0.0)
        fills.append(float(np.median(known)))
    gaps = int(np.isnan(values).sum())
    if gaps:
        notices.append(
            message(
                "{count} missing values of the training samples were taken as the median of "
                "their feature.",
                count=f"{gaps:,}",
            )
        )
    return FittedPreparation(
        tuple(logged), tuple(floors), tuple(fills), (), (), substitution=substitution
    )


def _with_scales(
    fitted: FittedPreparation,
    values: Array,
    names: Sequence[str],
    scaling: str,
    notices: list[Message],
) -> FittedPreparation:
    """Return the preparation with quantiles, shifts and scales of its transformed values."""
    names = fitted.input_names(names)
    is_constant = values.min(axis=0) == values.max(axis=0)
    if scaling == "quantile":
        marks = tuple(fit_quantiles(column) for column in values.T)
        columns = zip(values.T, marks, strict=True)
        values = np.column_stack([normal_scores(column, each) for column, each in columns])
        fitted = replace(fitted, quantiles=marks)
    pairs = [shift_and_scale(column, scaling) for column in values.T]
    scales = tuple(
        0.0 if constant else scale for (_, scale), constant in zip(pairs, is_constant, strict=True)
    )
    _tell_of_constant(names, scales, notices)
    if scaling == "robust":
        _tell_of_flat(names, values, is_constant, notices)
    return replace(fitted, shift=tuple(shift for shift, _ in pairs), scale=scales)


def _tell_of_constant(
    names: Sequence[str], scales: tuple[float, ...], notices: list[Message]
) -> None:
    constant = [name for name, scale in zip(names, scales, strict=True) if not scale]
    if constant:
        notices.append(
            message(
                "Constant in the training part, so nothing is read from them: {columns}.",
                columns=", ".join(constant),
            )
        )


def _tell_of_flat(
    names: Sequence[str], values: Array, is_constant: Mask, notices: list[Message]
) -> None:
    flat = [
        name
        for name, column, constant in zip(names, values.T, is_constant, strict=True)
        if not constant and not mad(column)
    ]
    if flat:
        notices.append(
            message(
                "More than half of the training values are equal, so the standard deviation "
                "stands for the MAD: {columns}.",
                columns=", ".join(flat),
            )
        )


def _tell_of_linear(
    names: Sequence[str], logarithm: tuple[bool, ...], notices: list[Message]
) -> None:
    linear = [name for name, takes_log in zip(names, logarithm, strict=True) if not takes_log]
    if linear:
        notices.append(
            message(
                "No logarithm was taken of {columns}: they hold values of 0 or below.",
                columns=", ".join(linear),
            )
        )
