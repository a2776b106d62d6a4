"""What stands for values below a detection limit, in an ONNX graph."""

from __future__ import annotations

import math

import numpy as np

from core.censoring import FACTORS
from core.model_export.graph import Graph, row
from core.model_export.normal_nodes import log_inverse_mills
from core.preparing.imputing import SWEEPS, Imputation, Regression
from core.preparing.substitution import Substitution


def with_limits_replaced(
    graph: Graph, substitution: Substitution, features: str, censored: str
) -> str:
    """Return the features with a value where there was a limit; see `Substitution.apply`."""
    known = graph.op("Less", graph.op("Abs", features), graph.constant(np.inf))
    cells = graph.op("And", censored, known)
    factors = [FACTORS.get(rule, FACTORS["half"]) for rule in substitution.rules]
    by_factor = graph.op("Mul", features, graph.constant(row(factors) if factors else 0.5))
    replaced = by_factor
    if any(line is not None for line in substitution.lines):
        has_line = row([line is not None for line in substitution.lines])
        expected = _expected_below(graph, substitution, features, cells)
        which = graph.constant(has_line, np.bool_)
        replaced = graph.op("Where", which, expected, by_factor)
    values = graph.op("Where", cells, replaced, features)
    if substitution.imputation is None:
        return values
    number = len(substitution.rules)
    return _imputed(graph, substitution.imputation, number, values, features, cells)


def _expected_below(graph: Graph, substitution: Substitution, features: str, cells: str) -> str:
    """Return E[x | x < limit] by the lognormal distribution of each feature.

    With z = (ln L − μ)/σ and λ = φ/Φ this is L·λ(z)/λ(z − σ), the form of
    `core.censoring.LogNormal.expected_below` without erfcx. A limit of 0 or below stays.
    """
    lines = substitution.lines
    mean = graph.constant(row([line.mean if line is not None else 0.0 for line in lines]))
    spread = graph.constant(row([line.deviation if line is not None else 1.0 for line in lines]))
    positive = graph.op("And", cells, graph.op("Greater", features, graph.constant(0.0)))
    limits = graph.op("Where", positive, features, graph.constant(1.0))
    z = graph.op("Div", graph.op("Sub", graph.op("Log", limits), mean), spread)
    share = graph.op(
        "Sub",
        log_inverse_mills(graph, z),
        log_inverse_mills(graph, graph.op("Sub", z, spread)),
    )
    share = graph.op("Exp", graph.op("Min", share, graph.constant(0.0)))
    return graph.op("Where", positive, graph.op("Mul", limits, share), features)


def _imputed(
    graph: Graph, imputation: Imputation, features: int, values: str, limits: str, cells: str
) -> str:
    """Return the values with estimates from the other elements; see `Imputation.apply`."""
    used = list(imputation.used)
    most = _logs(graph, imputation, limits)
    below = graph.op("Gather", cells, graph.constant(used, np.int64), axis=1)

    def sweep(inner: Graph, logs: str) -> str:
        for regression in imputation.regressions:
            logs = _estimated(inner, regression, logs, most, below)
        return logs

    logs = graph.loop(SWEEPS, _logs(graph, imputation, values), sweep)
    estimates = graph.op("Pow", graph.constant(10.0), logs)
    found, is_target = _put_back(graph, imputation, features, estimates, limits)
    return graph.op("Where", graph.op("And", cells, is_target), found, values)


def _estimated(graph: Graph, regression: Regression, logs: str, most: str, below: str) -> str:
    """Return the logarithms with new ones of one element where it is below its limit."""
    limit = graph.columns(most, [regression.target])
    mean = graph.op("MatMul", logs, graph.constant(np.array(regression.weights)[:, None]))
    mean = graph.op("Add", mean, graph.constant(regression.constant))
    spread = graph.constant(regression.spread)
    z = graph.op("Div", graph.op("Sub", limit, mean), spread)
    fall = graph.op("Mul", spread, graph.op("Exp", log_inverse_mills(graph, z)))
    estimate = graph.op("Min", graph.op("Sub", mean, fall), limit)
    is_target = row(np.arange(len(regression.weights)) == regression.target)
    here = graph.op("And", below, graph.constant(is_target, np.bool_))
    return graph.op("Where", here, estimate, logs)


def _put_back(
    graph: Graph, imputation: Imputation, features: int, estimates: str, limits: str
) -> tuple[str, str]:
    """Return estimates, none above its limit, in the places of all features, and for which."""
    places = np.zeros(features, np.int64)
    places[list(imputation.used)] = np.arange(len(imputation.used))
    is_target = np.isin(np.arange(features), list(imputation.targets))
    found = graph.op("Min", graph.columns(estimates, places), limits)
    return found, graph.constant(row(is_target), np.bool_)


def _logs(graph: Graph, imputation: Imputation, values: str) -> str:
    """Return log10 of the features used, shape (P, U), with gaps and zeros filled."""
    known = graph.columns(values, imputation.used)
    finite = graph.op("Less", graph.op("Abs", known), graph.constant(np.inf))
    known = graph.op("Where", finite, known, graph.constant(row(imputation.middle)))
    positive = graph.op("Greater", known, graph.constant(0.0))
    known = graph.op("Where", positive, known, graph.constant(row(imputation.floor)))
    return graph.op("Div", graph.op("Log", known), graph.constant(math.log(10.0)))
