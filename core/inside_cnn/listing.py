"""What there is to look at in a CNN: its layers, and the views that each has."""

from __future__ import annotations

from typing import Any

from core.inside_cnn.reuse import dense_blocks
from core.inside_cnn.subject import Subject
from core.networks.cnn.layers import INPUT, KIND_TITLES
from core.networks.cnn.planned import Plan, PlannedLayer


def listing(subject: Subject) -> dict[str, Any]:
    """Return the layers and what can be asked of the network, as plain values.

    ``layers``: ``name``, ``kind``, ``title`` (English), ``output`` (C, H, W) or (units,),
    ``views``: "features" always; "filters" of a convolution; "weights" of a fully connected layer
    or prototypes; "grad-cam" where maps come out. ``members``, ``classes``, ``input``;
    ``dense_blocks``, 0 where there is no feature reuse to show; ``last_hidden``, the layer whose
    values the nearest samples and the projection compare; ``grad_cam``, the layer that Grad-CAM
    takes where none is named, "" where there is none; ``manner`` and ``share`` of the ink of a
    drawing, see `datasets.images.framing`.
    """
    plan = subject.plan
    manner, share = subject.drawn
    return {
        "layers": [_layer(planned) for planned in shown_layers(plan)],
        "members": len(subject.model.members),
        "classes": list(subject.model.class_names),
        "input": list(plan.input),
        "dense_blocks": len(dense_blocks(plan)),
        "last_hidden": subject.last_hidden,
        "grad_cam": last_convolution(plan),
        "manner": manner,
        "share": share,
    }


def last_convolution(plan: Plan) -> str:
    """Return the last convolution that leads to the classes, "" where there is none."""
    names = [
        planned.layer.name for planned in shown_layers(plan) if planned.layer.kind == "convolution"
    ]
    return names[-1] if names else ""


def ancestors(plan: Plan, name: str) -> frozenset[str]:
    """Return the names of all layers that a layer hangs on, and its own."""
    found: set[str] = set()
    open_names = [name]
    inputs = {planned.layer.name: planned.layer.inputs for planned in plan.layers}
    while open_names:
        here = open_names.pop()
        if here not in found and here != INPUT:
            found.add(here)
            open_names.extend(inputs[here])
    return frozenset(found)


def shown_layers(plan: Plan) -> tuple[PlannedLayer, ...]:
    """Return the layers that lead to the classes; auxiliary heads have a say in training alone."""
    names = ancestors(plan, plan.layers[-1].layer.name)
    return tuple(planned for planned in plan.layers if planned.layer.name in names)


def _layer(planned: PlannedLayer) -> dict[str, Any]:
    return {
        "name": planned.layer.name,
        "kind": planned.layer.kind,
        "title": KIND_TITLES[planned.layer.kind].template,
        "output": list(planned.output),
        "views": _views(planned),
    }


def _views(planned: PlannedLayer) -> list[str]:
    kind = planned.layer.kind
    views = ["features"]
    if kind == "convolution":
        views.append("filters")
    if kind in ("fully_connected", "rbf"):
        views.append("weights")
    if len(planned.output) == 3:
        views.append("grad-cam")
    return views
