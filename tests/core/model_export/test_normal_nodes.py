"""The normal distribution in a graph, against scipy."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper
from scipy.special import erfcx, log_ndtr, ndtri
from scipy.stats import norm

from core.model_export.graph import IR_VERSION, OPSET, Graph
from core.model_export.normal_nodes import log_inverse_mills, normal_quantile
from core.model_export.runtime_check import session_of


def run(build: Callable[[Graph, str], str], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Compute what `build` adds to a graph."""
    graph = Graph()
    result = build(graph, "x")
    ends = [
        helper.make_tensor_value_info(name, TensorProto.DOUBLE, [None]) for name in ("x", result)
    ]
    model = helper.make_model(
        graph.finished("test", ends[:1], ends[1:]),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
    )
    found: NDArray[np.float64] = session_of(model.SerializeToString()).run(None, {"x": values})[0]
    return found


def test_log_inverse_mills() -> None:
    z = np.concatenate([np.linspace(-29.999, 9.999, 4001), [-1e6, -100, -30.01, 10.01, 40, 1e4]])
    # far below, the difference of logarithms has no figures left
    below = 0.5 * np.log(2 / np.pi) - np.log(erfcx(-np.minimum(z, 0.0) / np.sqrt(2)))
    wanted = np.where(z < 0, below, norm.logpdf(z) - log_ndtr(z))
    np.testing.assert_allclose(run(log_inverse_mills, z), wanted, rtol=1e-9, atol=1e-9)


def test_normal_quantile() -> None:
    p = np.concatenate([np.linspace(1e-3, 1 - 1e-3, 999), [1e-300, 1e-12, 1e-7, 0.5, 1 - 1e-7]])
    np.testing.assert_allclose(run(normal_quantile, p), ndtri(p), rtol=1e-13, atol=1e-15)
