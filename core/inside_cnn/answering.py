"""Answers to questions about the inside of a CNN: a sentence, small values, and arrays.

The arrays of each answer, by their names in the .npz:

- filters: ``filters`` float32 (F, C, k, k), NaN where a filter sees no channel.
- features: for layer i ``maps_i`` (M, H, W) or (U,), float32 of named layers and float16 of all,
  and ``range_i`` float32 (M, 2); ``names``; ``image`` uint8 (C, H, W).
- weights: ``mean`` and ``magnitude`` float32 (rows, columns).
- reuse: for block i ``mean_i`` and ``share_i`` float64 (sources, targets), NaN where nothing is
  read; ``sources_i`` and ``targets_i`` names.
- saliency: ``map`` float32 (H, W); ``image``.
- nearest: ``rows`` int64 (k,), ``distances`` float64 (k,), ``labels`` int64 (k,), -1 unknown,
  ``pixels`` uint8 (k, C, H, W); ``image``.
- projection: ``rows`` int64 (P,), ``places`` float32 (P, 2), ``labels``, ``predicted`` int64 (P,),
  ``variance`` float64 (2,).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from core.events import Event
from core.finite import finite_or_none
from core.inside_cnn.features import Features, features, overview
from core.inside_cnn.filters import filters, weights
from core.inside_cnn.listing import listing
from core.inside_cnn.nearest import Metric, nearest
from core.inside_cnn.projection import Way, projection
from core.inside_cnn.question import Question, What, image_of
from core.inside_cnn.reuse import feature_reuse
from core.inside_cnn.subject import Subject, pictures_of
from core.inside_cnn.threads import one_core
from datasets.messages import InputError, Message, message

Report = Callable[[Event], None]
# questions that look at many images, for which all cores are worth it
ABOUT_MANY: tuple[What, ...] = ("nearest", "projection")


@dataclass(frozen=True)
class Answer:
    """What is told and what is drawn."""

    said: Message
    values: dict[str, Any] = field(default_factory=dict)
    arrays: dict[str, NDArray[Any]] = field(default_factory=dict)


def answer(question: Question, subject: Subject, report: Report) -> Answer:
    """Answer a question about one member.

    Raises
    ------
    InputError
        When there is nothing of the kind in this network.
    """
    if question.what in ABOUT_MANY:
        return ANSWERS[question.what](question, subject, report)
    with one_core():
        return ANSWERS[question.what](question, subject, report)


def _layers(question: Question, subject: Subject, report: Report) -> Answer:
    values = listing(subject)
    said = message("The network has {count} layers.", count=len(values["layers"]))
    return Answer(said, values)


def _filters(question: Question, subject: Subject, report: Report) -> Answer:
    name = question.layers[0] if question.layers else _first(subject, "filters")
    if not name:
        raise InputError("This network has no convolution, so it has no filters to look at.")
    found = filters(subject, name)
    largest = float(np.nanmax(np.abs(found)))
    return Answer(
        message("{count} filters of {layer}.", count=len(found), layer=name),
        {"layer": name, "shape": list(found.shape), "largest": largest},
        {"filters": found},
    )


def _features(question: Question, subject: Subject, report: Report) -> Answer:
    image = image_of(question, subject)
    if question.layers:
        found = features(subject, image, question.layers)
    else:
        found = overview(subject, image)
    return Answer(
        message("Maps of {count} layers.", count=len(found)),
        {"layers": layers_told(found)},
        {**feature_arrays(found), "image": image},
    )


def layers_told(found: tuple[Features, ...]) -> list[dict[str, Any]]:
    """Return names and numbers of maps, those that are there and those that the layer has."""
    return [
        {"name": each.name, "shape": list(each.values.shape), "whole": each.whole} for each in found
    ]


def feature_arrays(found: tuple[Features, ...]) -> dict[str, NDArray[Any]]:
    """Return the arrays of feature maps by their names in a file."""
    arrays: dict[str, NDArray[Any]] = {"names": np.array([each.name for each in found], np.str_)}
    for number, each in enumerate(found):
        arrays[f"maps_{number}"] = each.values
        arrays[f"range_{number}"] = each.ranges
    return arrays


def _weights(question: Question, subject: Subject, report: Report) -> Answer:
    name = question.layers[0] if question.layers else _first(subject, "weights")
    if not name:
        raise InputError("This network has no fully connected layer to look at.")
    found = weights(subject, name)
    rows, columns = found.mean.shape
    said = message(
        "Weights of {layer}: {units} units, {inputs} inputs.",
        layer=name,
        units=found.units,
        inputs=found.inputs,
    )
    if found.is_reduced:
        said = message(
            "Weights of {layer}: {units} units, {inputs} inputs, drawn as means of blocks in "
            "{rows} rows and {columns} columns.",
            layer=name,
            units=found.units,
            inputs=found.inputs,
            rows=rows,
            columns=columns,
        )
    values = {
        "layer": name,
        "units": found.units,
        "inputs": found.inputs,
        "reduced": found.is_reduced,
        "read": list(subject.layer(name).input),
        "largest": float(np.abs(found.mean).max()),
    }
    return Answer(said, values, {"mean": found.mean, "magnitude": found.magnitude})


def _reuse(question: Question, subject: Subject, report: Report) -> Answer:
    found = feature_reuse(subject)
    arrays: dict[str, NDArray[Any]] = {}
    for number, each in enumerate(found):
        arrays[f"mean_{number}"] = each.mean_weight
        arrays[f"share_{number}"] = each.share
        arrays[f"sources_{number}"] = np.array(each.block.sources, np.str_)
        targets = [name for name, _ in each.block.targets]
        arrays[f"targets_{number}"] = np.array(targets, np.str_)
    said = message("Feature reuse in {count} dense blocks.", count=len(found))
    return Answer(said, {"blocks": len(found)}, arrays)


def _saliency(question: Question, subject: Subject, report: Report) -> Answer:
    # captum takes half a second to load, which the other questions need not wait for
    from core.inside_cnn.saliency import METHODS, saliency

    method = _choice(question.method or METHODS[0], METHODS)
    image = image_of(question, subject)
    layer = question.layers[0] if question.layers else ""
    names = subject.model.class_names
    target = _class_code(question.class_name, names)
    found = saliency(subject, image, method, target, layer)
    values = {
        "method": method,
        "class": names[found.target],
        "value": found.value,
        "baseline": found.baseline,
        "missing": finite_or_none(found.missing),
        "layer": found.layer,
        "largest": float(np.abs(found.map).max()),
    }
    said = message("What speaks for {name} and against it.", name=values["class"])
    return Answer(said, values, {"map": found.map, "image": image})


def _nearest(question: Question, subject: Subject, report: Report) -> Answer:
    metric: Metric = _choice(question.method or "cosine", get_args(Metric))
    pictures = pictures_of(subject.run)
    image = image_of(question, subject)
    left_out = -1 if question.drawing is not None or question.sample is None else question.sample
    found = nearest(
        subject, pictures, image, report, count=question.count, metric=metric, leave_out=left_out
    )
    labels = pictures.images.labels[found.rows]
    names = pictures.images.class_names
    values = {
        "metric": metric,
        "rows": found.rows.tolist(),
        "distances": found.distances.tolist(),
        "known": [names[code] if code >= 0 else "" for code in labels],
        "searched": found.searched,
        "training": len(pictures.training(subject.fold)),
    }
    arrays: dict[str, NDArray[Any]] = {
        "rows": found.rows,
        "distances": found.distances,
        "labels": labels,
        "pixels": pictures.images.pixels[found.rows],
        "image": image,
    }
    said = message(
        "{count} nearest of {searched} training samples.",
        count=len(found.rows),
        searched=f"{found.searched:,}",
    )
    return Answer(said, values, arrays)


def _projection(question: Question, subject: Subject, report: Report) -> Answer:
    way: Way = _choice(question.method or "pca", get_args(Way))
    pictures = pictures_of(subject.run)
    found = projection(subject, pictures, report, way, question.of)
    arrays: dict[str, NDArray[Any]] = {
        "rows": found.rows,
        "places": found.places,
        "labels": pictures.images.labels[found.rows],
        "predicted": found.predicted,
        "variance": found.variance,
    }
    values = {"method": way, "of": question.of, "samples": len(found.rows)}
    said = message("{count} samples in a plane.", count=f"{len(found.rows):,}")
    return Answer(said, values, arrays)


ANSWERS: Mapping[What, Callable[[Question, Subject, Report], Answer]] = MappingProxyType(
    {
        "layers": _layers,
        "filters": _filters,
        "features": _features,
        "weights": _weights,
        "reuse": _reuse,
        "saliency": _saliency,
        "nearest": _nearest,
        "projection": _projection,
    }
)


def _first(subject: Subject, view: str) -> str:
    """Return the first layer that has a view, "" where there is none."""
    names = [layer["name"] for layer in listing(subject)["layers"] if view in layer["views"]]
    return str(names[0]) if names else ""


def _choice(word: str, choices: tuple[Any, ...]) -> Any:
    if word not in choices:
        raise InputError(
            "There is no method {method}; choose one of {methods}.",
            method=word,
            methods=", ".join(choices),
        )
    return word


def _class_code(name: str, names: tuple[str, ...]) -> int | None:
    if not name:
        return None
    if name not in names:
        raise InputError(
            "There is no class {name}; the network knows {names}.",
            name=name,
            names=", ".join(names),
        )
    return names.index(name)
