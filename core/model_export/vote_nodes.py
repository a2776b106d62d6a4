"""The members of a BP network and their votes, in an ONNX graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import torch
from onnx import TensorProto

from core.job import Activation, Coding
from core.kernels.voting import LARGEST, TINY
from core.model import TrainedModel
from core.model_export.graph import Graph
from core.networks.forward import LEAK
from core.targets import limits


def outputs_of_fold(graph: Graph, model: TrainedModel, fold: int, inputs: str) -> str:
    """Return the outputs of the voters of a fold, float64, shape (K, P, outputs).

    Computed in the precision that the network has in the program.

    Parameters
    ----------
    inputs
        Prepared samples, float64, shape (P, inputs).
    """
    network = model.network
    each = network.members // len(model.preparations)
    voters = np.flatnonzero(model.voters[fold * each : (fold + 1) * each]) + fold * each
    is_single = network.parameters.dtype == torch.float32
    dtype = np.float32 if is_single else np.float64
    values = graph.op("Cast", inputs, to=TensorProto.FLOAT) if is_single else inputs
    for weights, biases, activation in zip(
        network.weights, network.biases, network.activations, strict=True
    ):
        by = graph.constant(weights.cpu().numpy()[voters], dtype)
        added = graph.constant(biases.cpu().numpy()[voters], dtype)
        sums = graph.op("Add", graph.op("MatMul", values, by), added)
        values = ACTIVATIONS[activation](graph, sums, dtype)
    return graph.op("Cast", values, to=TensorProto.DOUBLE) if is_single else values


def votes(
    graph: Graph, outputs: str, coding: Coding, activation: Activation, classes: int
) -> tuple[str, str]:
    """Return how many members name each class, and the sum of their probabilities, (P, C) each."""
    shares = _shares(graph, outputs, coding, activation, classes)
    # where all outputs say "not this class" the shares are even, but one says it the least
    said = shares if coding == "ordered" else outputs
    largest = graph.op("ArgMax", said, axis=-1, keepdims=1)
    is_named = graph.op("Equal", largest, graph.constant(np.arange(classes), np.int64))
    named = graph.op("Cast", is_named, to=TensorProto.DOUBLE)
    members = graph.constant([0], np.int64)
    return (
        graph.op("ReduceSum", named, members, keepdims=0),
        graph.op("ReduceSum", shares, members, keepdims=0),
    )


def _shares(
    graph: Graph, outputs: str, coding: Coding, activation: Activation, classes: int
) -> str:
    """Return the probabilities by each member, (K, P, C); see `core.targets.probabilities`."""
    if coding == "softmax":
        return outputs
    low, high = limits(activation)
    place = graph.op("Sub", outputs, graph.constant(low))
    place = graph.op("Div", place, graph.constant(high - low))
    if coding == "ordered":
        return _shares_of_order(graph, place, classes)
    shares = graph.op("Clip", place, graph.constant(0.0), graph.constant(LARGEST / classes))
    total = graph.op("ReduceSum", shares, graph.constant([-1], np.int64), keepdims=1)
    divided = graph.op("Div", shares, graph.op("Max", total, graph.constant(TINY)))
    is_nothing = graph.op("Less", total, graph.constant(TINY))
    return graph.op("Where", is_nothing, graph.constant(1.0 / classes), divided)


def _shares_of_order(graph: Graph, place: str, classes: int) -> str:
    top = graph.constant(float(classes - 1))
    place = graph.op("Clip", graph.op("Mul", place, top), graph.constant(0.0), top)
    distance = graph.op("Abs", graph.op("Sub", place, graph.constant(np.arange(classes))))
    near = graph.op("Sub", graph.constant(1.0), distance)
    return graph.op("Max", near, graph.constant(0.0))


def _stepped(low: float) -> Callable[[Graph, str, type], str]:
    def apply(graph: Graph, x: str, dtype: type) -> str:
        is_up = graph.op("GreaterOrEqual", x, graph.constant(0.0, dtype))
        return graph.op("Where", is_up, graph.constant(1.0, dtype), graph.constant(low, dtype))

    return apply


def _ramped(low: float) -> Callable[[Graph, str, type], str]:
    def apply(graph: Graph, x: str, dtype: type) -> str:
        return graph.op("Clip", x, graph.constant(low, dtype), graph.constant(1.0, dtype))

    return apply


def _leaky(graph: Graph, x: str, dtype: type) -> str:
    # the operator LeakyRelu holds its slope in single precision
    leak = graph.op("Mul", x, graph.constant(LEAK, dtype))
    return graph.op("Where", graph.op("Greater", x, graph.constant(0.0, dtype)), x, leak)


def _plain(kind: str) -> Callable[[Graph, str, type], str]:
    return lambda graph, x, dtype: graph.op(kind, x)


ACTIVATIONS: Mapping[Activation, Callable[[Graph, str, type], str]] = MappingProxyType(
    {
        "linear": lambda graph, x, dtype: x,
        "logistic": _plain("Sigmoid"),
        "tanh": _plain("Tanh"),
        "step1": _stepped(0.0),
        "step2": _stepped(-1.0),
        "ramp1": _ramped(0.0),
        "ramp2": _ramped(-1.0),
        "relu": _plain("Relu"),
        "leaky_relu": _leaky,
        "elu": _plain("Elu"),
        "softsign": _plain("Softsign"),
        "softmax": lambda graph, x, dtype: graph.op("Softmax", x, axis=-1),
    }
)
