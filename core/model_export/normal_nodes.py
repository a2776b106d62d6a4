"""The normal distribution in an ONNX graph, whose runtime has no error function in float64."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto

from core.model_export.graph import Graph
from core.preparing.normal import CENTRE, FAR, TAIL, log_erfcx

Array = NDArray[np.float64]
LOW, HIGH, STEP = -30.0, 10.0, 1 / 64


def log_inverse_mills(graph: Graph, z: str) -> str:
    """Return ln(φ(z)/Φ(z)) of float64 values of any shape, finite.

    Between −30 and 10 by cubic Hermite interpolation, with the derivative −(φ/Φ + z); below by
    the asymptotic series of `core.preparing.normal.inverse_mills`, above as −z²/2 − ln√(2π), where
    Φ is 1. Never wrong by more than 1e-9. The logarithm, unlike φ/Φ, is precise far out too.
    """
    inside = _interpolated(graph, z)
    below, above = _series(graph, z), _without_tail(graph, z)
    found = graph.op("Where", graph.op("Less", z, graph.constant(LOW)), below, inside)
    return graph.op("Where", graph.op("Greater", z, graph.constant(HIGH)), above, found)


def _interpolated(graph: Graph, z: str) -> str:
    values, slopes = _table()
    place = graph.op("Div", graph.op("Sub", z, graph.constant(LOW)), graph.constant(STEP))
    last = len(values) - 2 + (1 - 1e-12)
    place = graph.op("Clip", place, graph.constant(0.0), graph.constant(last))
    floor = graph.op("Floor", place)
    left = graph.op("Cast", floor, to=TensorProto.INT64)
    right = graph.op("Add", left, graph.constant(1, np.int64))
    t = graph.op("Sub", place, floor)
    rest = graph.op("Sub", graph.constant(1.0), t)
    by_values = [
        graph.op("Mul", graph.op("Gather", graph.constant(values), at), _weight(graph, share))
        for at, share in ((left, rest), (right, t))
    ]
    slope = graph.constant(STEP * slopes)
    bend = graph.op(
        "Sub",
        graph.op("Mul", graph.op("Gather", slope, left), rest),
        graph.op("Mul", graph.op("Gather", slope, right), t),
    )
    bend = graph.op("Mul", bend, graph.op("Mul", t, rest))
    return graph.op("Sum", *by_values, bend)


def _weight(graph: Graph, share: str) -> str:
    """Return s²·(3 − 2s), the weight of an end of a Hermite piece."""
    rest = graph.op("Sub", graph.constant(3.0), graph.op("Mul", graph.constant(2.0), share))
    return graph.op("Mul", graph.op("Mul", share, share), rest)


def _series(graph: Graph, z: str) -> str:
    far = graph.op("Min", z, graph.constant(LOW))
    inverse = graph.op("Reciprocal", graph.op("Mul", far, far))
    total = graph.constant(-15.0)
    for figure in (3.0, -1.0, 1.0):
        # 1 − u·(1 − u·(3 − 15u)) by Horner's rule
        total = graph.op("Add", graph.op("Mul", total, inverse), graph.constant(figure))
    return graph.op("Log", graph.op("Div", graph.op("Neg", far), total))


def _without_tail(graph: Graph, z: str) -> str:
    far = graph.op("Max", z, graph.constant(HIGH))
    half = graph.op("Mul", graph.constant(-0.5), graph.op("Mul", far, far))
    return graph.op("Sub", half, graph.constant(0.5 * math.log(2 * math.pi)))


@lru_cache(maxsize=1)
def _table() -> tuple[Array, Array]:
    """Return ln(φ/Φ) and its derivative at even steps."""
    grid = np.arange(LOW, HIGH + STEP, STEP)
    root, top = math.sqrt(2), 0.5 * math.log(2 / math.pi)
    values = np.array([top - log_erfcx(-z / root) for z in grid.tolist()])
    return values, -(np.exp(values) + grid)


def normal_quantile(graph: Graph, p: str) -> str:
    """Return the quantiles of the standard normal distribution; p above 0 and below 1.

    Wichura (1988), AS 241, as `core.preparing.normal.normal_quantile`.
    """
    q = graph.op("Sub", p, graph.constant(0.5))
    is_central = graph.op("LessOrEqual", graph.op("Abs", q), graph.constant(0.425))
    r = graph.op("Sub", graph.constant(0.180625), graph.op("Mul", q, q))
    central = graph.op("Mul", q, _ratio(graph, CENTRE, r))
    least = graph.op("Min", p, graph.op("Sub", graph.constant(1.0), p))
    r = graph.op("Sqrt", graph.op("Neg", graph.op("Log", least)))
    tail = graph.op(
        "Where",
        graph.op("LessOrEqual", r, graph.constant(5.0)),
        _ratio(graph, TAIL, graph.op("Sub", r, graph.constant(1.6))),
        _ratio(graph, FAR, graph.op("Sub", r, graph.constant(5.0))),
    )
    tail = graph.op("Mul", tail, graph.op("Sign", q))
    return graph.op("Where", is_central, central, tail)


def _ratio(graph: Graph, of: tuple[tuple[float, ...], tuple[float, ...]], x: str) -> str:
    return graph.op("Div", _polynomial(graph, of[0], x), _polynomial(graph, of[1], x))


def _polynomial(graph: Graph, coefficients: tuple[float, ...], x: str) -> str:
    value = graph.constant(coefficients[0])
    for coefficient in coefficients[1:]:
        value = graph.op("Add", graph.op("Mul", value, x), graph.constant(coefficient))
    return value
