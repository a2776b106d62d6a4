"""A trained BP network as one ONNX graph: preparation, all members and their votes."""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np
from onnx import ModelProto, TensorProto, ValueInfoProto, checker, helper

from core.model import TrainedModel
from core.model_export.graph import IR_VERSION, OPSET, Graph
from core.model_export.preparation_nodes import prepared
from core.model_export.vote_nodes import outputs_of_fold, votes
from datasets.messages import InputError

VALUES, BELOW_LIMIT = "values", "below_limit"
CLASS_INDEX, CLASS_NAME, PROBABILITIES, AGREEMENT = (
    "class_index",
    "class_name",
    "probabilities",
    "agreement",
)
# a file of Protocol Buffers holds 2 GiB at most
MOST_BYTES = 1_900_000_000


def onnx_of(model: TrainedModel, about: Mapping[str, str]) -> ModelProto:
    """Return the whole model as a graph that takes what a laboratory sends.

    Its inputs are ``values``, float64, shape (P, S), in the units of training, the limit where
    the laboratory wrote ``<``, NaN where missing; and ``below_limit``, bool, shape (P, S), true
    at these limits. Its outputs are ``class_index``, int64, shape (P,); ``class_name``, strings,
    shape (P,); ``probabilities``, float64, shape (P, C), means over the members; and
    ``agreement``, float64, shape (P,), the share of the members that name the class, NaN where
    one alone votes. P is free. Names, units and classes stand in the metadata as JSON.

    Parameters
    ----------
    about
        More metadata, by name.

    Raises
    ------
    InputError
        When the model is too large for such a file, or cannot be expressed.
    """
    check_size(model.network.parameters.nbytes)
    graph = Graph()
    named, probability = _added_up(graph, model)
    _counted(graph, named, probability, model)
    features, classes = len(model.feature_names), len(model.class_names)
    inputs = [
        helper.make_tensor_value_info(VALUES, TensorProto.DOUBLE, ["samples", features]),
        helper.make_tensor_value_info(BELOW_LIMIT, TensorProto.BOOL, ["samples", features]),
    ]
    made = helper.make_model(
        graph.finished("anomalyst", inputs, outputs_info(classes)),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
        producer_name="Anomalyst",
    )
    helper.set_model_props(made, {**metadata(model), **about})
    checker.check_model(made)
    return made


def outputs_info(classes: int) -> list[ValueInfoProto]:
    """Return what a model gives for so many classes; alike for tables and images."""
    return [
        helper.make_tensor_value_info(CLASS_INDEX, TensorProto.INT64, ["samples"]),
        helper.make_tensor_value_info(CLASS_NAME, TensorProto.STRING, ["samples"]),
        helper.make_tensor_value_info(PROBABILITIES, TensorProto.DOUBLE, ["samples", classes]),
        helper.make_tensor_value_info(AGREEMENT, TensorProto.DOUBLE, ["samples"]),
    ]


def metadata(model: TrainedModel) -> dict[str, str]:
    """Return what the numbers of the graph mean."""
    units = model.feature_units or ("",) * len(model.feature_names)
    return {
        "features": json.dumps(model.feature_names, ensure_ascii=False),
        "units": json.dumps(units, ensure_ascii=False),
        "classes": json.dumps(model.class_names, ensure_ascii=False),
        "target": model.target,
    }


def check_size(weights: int) -> None:
    """Raise InputError where so many bytes of weights do not go into one file."""
    if weights > MOST_BYTES:
        raise InputError(
            "The weights of this model take {size} GB, more than an ONNX file holds; take it away "
            "as a bundle (.anomodel).",
            size=f"{weights / 1e9:.1f}",
        )


def _added_up(graph: Graph, model: TrainedModel) -> tuple[str, str]:
    """Return the votes and the sums of probabilities over all folds, (P, C) each."""
    classes, activation = len(model.class_names), model.network.activations[-1]
    by_fold = []
    for fold, preparation in enumerate(model.preparations):
        inputs = prepared(graph, preparation, VALUES, BELOW_LIMIT)
        outputs = outputs_of_fold(graph, model, fold, inputs)
        by_fold.append(votes(graph, outputs, model.coding, activation, classes))
    named, probability = zip(*by_fold, strict=True)
    return graph.op("Sum", *named), graph.op("Sum", *probability)


def _counted(graph: Graph, named: str, probability: str, model: TrainedModel) -> None:
    """Name the class that the most members name; see `core.kernels.voting.count_votes`."""
    members = int(model.voters.sum())
    count = graph.constant(float(members))
    mean = graph.op("Div", probability, count, name=PROBABILITIES)
    # probabilities are at most 1, so half of one decides between equals and nothing else
    half = graph.op("Mul", mean, graph.constant(0.5))
    score = graph.op("Add", named, half)
    code = graph.op("ArgMax", score, axis=1, keepdims=0, name=CLASS_INDEX)
    graph.op("Gather", graph.constant(model.class_names, object), code, name=CLASS_NAME)
    most = graph.op("ReduceMax", named, graph.constant([1], np.int64), keepdims=0)
    # one vote agrees with itself, which says nothing
    share = (
        graph.op("Div", most, count)
        if members > 1
        else graph.op("Mul", most, graph.constant(np.nan))
    )
    graph.op("Identity", share, name=AGREEMENT)
