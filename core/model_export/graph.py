"""An ONNX graph in the making: nodes one after the other, and the constants that they read."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from onnx import GraphProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

# 18 is the first whose reductions all take their axes as an input; runtimes since 2023 know it
OPSET = 18
IR_VERSION = 8


class Graph:
    """Nodes and constants; a value is known by its name.

    Parameters
    ----------
    outer
        The graph around the body of a loop; its values can be read here too.
    """

    def __init__(self, outer: Graph | None = None) -> None:
        self._nodes: list[NodeProto] = []
        self._constants: dict[tuple[Any, ...], TensorProto] = (
            {} if outer is None else (outer._constants)
        )
        self._numbers: Iterator[int] = itertools.count() if outer is None else outer._numbers

    def op(self, kind: str, *inputs: str, name: str = "", **attributes: Any) -> str:
        """Add a node of the ONNX operator `kind` and return the name of its only output."""
        result = name or f"{kind}_{next(self._numbers)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [result], **attributes))
        return result

    def constant(self, values: ArrayLike, dtype: Any = np.float64) -> str:
        """Return the name of an array that is part of the model; equal ones are kept once."""
        array = np.ascontiguousarray(values, dtype)
        shape = np.shape(values)
        key = (array.dtype.str, shape, array.tobytes() if dtype is not object else tuple(array))
        if key not in self._constants:
            name = f"constant_{len(self._constants)}"
            self._constants[key] = numpy_helper.from_array(array.reshape(shape), name)
        return self._constants[key].name

    def columns(self, values: str, numbers: ArrayLike) -> str:
        """Return some columns of values of shape (P, n), in the order of their numbers."""
        return self.op("Gather", values, self.constant(numbers, np.int64), axis=1)

    def loop(self, times: int, first: str, body: Callable[[Graph, str], str]) -> str:
        """Return what is left after `body` changed float64 values of shape (P, n) so often."""
        inner = Graph(self)
        turn, go_on, values = (f"{word}_{next(self._numbers)}" for word in ("turn", "on", "values"))
        result = body(inner, values)
        on = inner.op("Identity", go_on)
        block = helper.make_graph(
            inner._nodes,
            "body",
            [
                helper.make_tensor_value_info(turn, TensorProto.INT64, []),
                helper.make_tensor_value_info(go_on, TensorProto.BOOL, []),
                helper.make_tensor_value_info(values, TensorProto.DOUBLE, [None, None]),
            ],
            [
                helper.make_tensor_value_info(on, TensorProto.BOOL, []),
                helper.make_tensor_value_info(result, TensorProto.DOUBLE, [None, None]),
            ],
        )
        count, start = self.constant(times, np.int64), self.constant(True, np.bool_)
        return self.op("Loop", count, start, first, body=block)

    def finished(
        self, name: str, inputs: list[ValueInfoProto], outputs: list[ValueInfoProto]
    ) -> GraphProto:
        """Return the whole graph."""
        return helper.make_graph(self._nodes, name, inputs, outputs, list(self._constants.values()))


def row(values: ArrayLike) -> NDArray[Any]:
    """Return a figure for each feature as a row, which stands for every sample: shape (1, n)."""
    return np.asarray(values)[None, :]
