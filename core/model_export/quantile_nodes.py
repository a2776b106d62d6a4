"""Normal scores by the quantiles of the training samples, in an ONNX graph."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto

from core.model_export.graph import Graph
from core.model_export.normal_nodes import normal_quantile
from core.preparing.quantiles import LEAST, marks_of, nearness, normal_scores
from datasets.messages import InputError

Array = NDArray[np.float64]


def with_normal_scores(graph: Graph, quantiles: tuple[tuple[float, ...], ...], values: str) -> str:
    """Return normal scores, shape (P, T); see `core.preparing.quantiles.normal_scores`.

    Raises
    ------
    InputError
        When features have different numbers of quantiles, which no training leaves.
    """
    if len({len(marks) for marks in quantiles}) > 1:
        raise InputError(
            "The model has different numbers of quantiles for its features, which cannot be "
            "written as ONNX; train it again with this version of the program."
        )
    marks = np.array([marks_of(each) for each in quantiles])
    near = np.array([[nearness(each)] for each in marks])
    beside = graph.op("Unsqueeze", values, graph.constant([-1], np.int64))
    below = _count(graph, graph.op("Less", graph.constant((marks + near)[None]), beside))
    not_above = _count(graph, graph.op("LessOrEqual", graph.constant((marks - near)[None]), beside))
    between = _between_marks(graph, marks, not_above, below, values)
    at_mark = _taken(graph, _scores_of_marks(marks), below)
    return graph.op("Where", graph.op("Greater", not_above, below), at_mark, between)


def _between_marks(graph: Graph, marks: Array, not_above: str, below: str, values: str) -> str:
    """Return the scores of values between two marks, or beyond all, by interpolation of ranks."""
    most = marks.shape[1] - 1
    left = graph.op("Sub", not_above, graph.constant(1, np.int32))
    low, high = _taken(graph, marks, left), _taken(graph, marks, below)
    is_between = graph.op("Greater", high, low)
    width = graph.op("Where", is_between, graph.op("Sub", high, low), graph.constant(1.0))
    share = graph.op("Div", graph.op("Sub", values, low), width)
    share = graph.op("Where", is_between, share, graph.constant(0.0))
    rank = graph.op("Add", _as_number(graph, _within(graph, left, most)), share)
    rank = graph.op("Div", rank, graph.constant(float(max(1, most))))
    return normal_quantile(
        graph, graph.op("Clip", rank, graph.constant(LEAST), graph.constant(1 - LEAST))
    )


def _scores_of_marks(marks: Array) -> Array:
    """Return the program's own score of each mark: the middle rank of all that are equal to it."""
    return np.array([normal_scores(row, tuple(row)) for row in marks])


def _count(graph: Graph, is_so: str) -> str:
    """Count along the last axis, int32."""
    numbers = graph.op("Cast", is_so, to=TensorProto.INT32)
    return graph.op("ReduceSum", numbers, graph.constant([-1], np.int64), keepdims=0)


def _within(graph: Graph, places: str, most: int) -> str:
    least = graph.op("Max", places, graph.constant(0, np.int32))
    return graph.op("Min", least, graph.constant(most, np.int32))


def _taken(graph: Graph, table: Array, places: str) -> str:
    """Return for each feature, a row of the table, its entry at a place, shape (P, T)."""
    starts = (np.arange(len(table)) * table.shape[1])[None]
    kept = _within(graph, places, table.shape[1] - 1)
    flat = graph.op("Add", kept, graph.constant(starts, np.int32))
    return graph.op("Gather", graph.constant(table.ravel()), flat)


def _as_number(graph: Graph, whole: str) -> str:
    return graph.op("Cast", whole, to=TensorProto.DOUBLE)
