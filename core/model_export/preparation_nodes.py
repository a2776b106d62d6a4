"""The preparation of a fold in an ONNX graph, step by step as `core.preparation` has it."""

from __future__ import annotations

import math

import numpy as np

from core.compositions import ilr_basis
from core.model_export.graph import Graph, row
from core.model_export.limit_nodes import with_limits_replaced
from core.model_export.quantile_nodes import with_normal_scores
from core.preparation import FittedPreparation
from core.preparing.composition import Composition
from core.preparing.rotation import Rotation


def prepared(graph: Graph, fitted: FittedPreparation, features: str, censored: str) -> str:
    """Return prepared samples, float64, shape (P, inputs); see `FittedPreparation.apply`.

    Parameters
    ----------
    features
        float64, shape (P, S): what was measured, and the limit where `censored`; NaN or infinite
        where missing.
    censored
        bool, shape (P, S).
    """
    values = with_limits_replaced(graph, fitted.substitution, features, censored)
    values = graph.op("Where", is_finite(graph, values), values, graph.constant(row(fitted.fill)))
    values = _transformed(graph, fitted, values)
    values = _scaled(graph, fitted, values)
    return values if fitted.rotation is None else _rotated(graph, fitted.rotation, values)


def is_finite(graph: Graph, values: str) -> str:
    """Return where values are finite; a NaN is not below infinity either."""
    return graph.op("Less", graph.op("Abs", values), graph.constant(np.inf))


def _transformed(graph: Graph, fitted: FittedPreparation, values: str) -> str:
    if fitted.composition is not None:
        return _logratios(graph, fitted.composition, len(fitted.fill), values)
    if not any(fitted.logarithm):
        return values
    takes_log = np.array(fitted.logarithm)
    # the others need a number too that has a logarithm, though nobody looks at it
    floor = np.where(takes_log, fitted.floor, 1.0)
    positive = graph.op("Greater", values, graph.constant(0.0))
    logs = graph.op("Log", graph.op("Where", positive, values, graph.constant(row(floor))))
    logs = graph.op("Div", logs, graph.constant(math.log(10.0)))
    return graph.op("Where", graph.constant(row(takes_log), np.bool_), logs, values)


def _logratios(graph: Graph, composition: Composition, features: int, values: str) -> str:
    parts = list(composition.parts)
    column = graph.columns(values, parts)
    positive = graph.op("Greater", column, graph.constant(0.0))
    column = graph.op("Where", positive, column, graph.constant(row(composition.floor)))
    logs = graph.op("Log", column)
    logs = graph.op("Add", logs, graph.constant(row(np.log(composition.factor))))
    if composition.kind == "ilr":
        found = graph.op("MatMul", logs, graph.constant(ilr_basis(len(parts)).T))
        others = composition.others(features)
        return graph.op("Concat", found, graph.columns(values, others), axis=1) if others else found
    mean = graph.op("ReduceMean", logs, graph.constant([1], np.int64), keepdims=1)
    places = np.zeros(features, np.int64)
    places[parts] = np.arange(len(parts))
    is_part = np.isin(np.arange(features), parts)
    centred = graph.columns(graph.op("Sub", logs, mean), places)
    return graph.op("Where", graph.constant(row(is_part), np.bool_), centred, values)


def _scaled(graph: Graph, fitted: FittedPreparation, values: str) -> str:
    if fitted.quantiles:
        values = with_normal_scores(graph, fitted.quantiles, values)
    scale = np.array(fitted.scale)
    by = graph.constant(row(np.where(scale > 0, scale, 1.0)))
    scaled = graph.op("Div", graph.op("Sub", values, graph.constant(row(fitted.shift))), by)
    varies = graph.constant(row(scale > 0), np.bool_)
    return graph.op("Where", varies, scaled, graph.constant(0.0))


def _rotated(graph: Graph, rotation: Rotation, values: str) -> str:
    centred = graph.op("Sub", values, graph.constant(row(rotation.centre)))
    return graph.op("MatMul", centred, graph.constant(np.array(rotation.weights).T))
