"""What there is to see of a job's network: whole, as far as its sizes go, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from core.job_sections.cnn import CNN
from core.networks.cnn.layers import INPUT, Layer, Shape
from core.networks.cnn.notation import layers_of
from core.networks.cnn.plan import CUSTOM, plan_network
from core.networks.cnn.planned import ImageShape, Plan, PlannedLayer, planned_layer
from core.networks.cnn.text import as_text
from core.networks.cnn.zoo import ZOO
from datasets.messages import InputError, Message


@dataclass(frozen=True)
class NetworkSheet:
    """A network as the page shows it.

    Parameters
    ----------
    layers
        In the order of computing; () where the text could not be read.
    planned
        Those of them whose sizes are known, from the first one on.
    plan
        The whole plan, None where it does not come out. Of an original form that does not fit
        the images it is the plan of the publication.
    drawn
        What there is to draw: the plan, or as much of it as comes out. None where a text could
        not be read.
    error
        Why it cannot be trained, None when it can.
    text
        It as a text to edit, "" for networks with branches.
    """

    layers: tuple[Layer, ...]
    planned: tuple[PlannedLayer, ...]
    plan: Plan | None
    drawn: Plan | None
    error: Message | None
    text: str

    @property
    def editable(self) -> bool:
        return bool(self.text and self.layers)

    @property
    def position(self) -> int:
        """Where in the text the error is, counted from 0; -1: nowhere in particular."""
        place = self.error.values.get("position", 0) if self.error is not None else 0
        return int(place) - 1

    @property
    def failed_row(self) -> int:
        """The layer at which the sizes end, -1 when they do not."""
        if self.plan is not None or len(self.planned) == len(self.layers):
            return -1
        return len(self.planned)


@lru_cache(maxsize=16)
def sheet_of(cnn: CNN, shape: ImageShape, classes: int) -> NetworkSheet:
    """Return what can be shown of a network for images of `shape` (C, H, W)."""
    try:
        plan = plan_network(cnn, shape, classes)
    except InputError as error:
        return _refused(cnn, shape, classes, error.message)
    text = cnn.layers if cnn.name == CUSTOM else as_text(plan)
    return _whole(plan, text, None)


def editable_layers(sheet: NetworkSheet) -> tuple[Layer, ...]:
    """Return the layers to change: the last fully connected one follows the classes."""
    layers = list(sheet.layers)
    last = last_units(layers)
    if last >= 0 and sheet.plan is not None and layers[last].filters == sheet.plan.classes:
        layers[last] = replace(layers[last], filters=0)
    return tuple(layers)


def last_units(layers: Sequence[Layer]) -> int:
    """Return the place of the last fully connected layer, -1 without one."""
    return max((n for n, la in enumerate(layers) if la.kind == "fully_connected"), default=-1)


def _whole(plan: Plan, text: str, error: Message | None) -> NetworkSheet:
    layers = tuple(planned.layer for planned in plan.layers)
    return NetworkSheet(layers, plan.layers, plan, plan, error, text)


def _refused(cnn: CNN, shape: ImageShape, classes: int, error: Message) -> NetworkSheet:
    if cnn.name == CUSTOM:
        return _as_far_as_it_goes(cnn.layers, shape, classes, error)
    if cnn.form == "original" and cnn.name in ZOO:
        plan = ZOO[cnn.name].original()
        return _whole(plan, as_text(plan), error)
    return NetworkSheet((), (), None, Plan(shape, classes, ()), error, "")


def _as_far_as_it_goes(text: str, shape: ImageShape, classes: int, error: Message) -> NetworkSheet:
    try:
        layers = layers_of(text)
    except InputError:
        return NetworkSheet((), (), None, None, error, text)
    shapes: dict[str, Shape] = {INPUT: shape}
    planned: list[PlannedLayer] = []
    for layer in layers:
        filled = (
            layer
            if layer.filters or layer.kind != "fully_connected"
            else replace(layer, filters=classes)
        )
        try:
            found = planned_layer(filled, [shapes[name] for name in layer.inputs])
        except InputError:
            break
        shapes[layer.name] = found.output
        planned.append(found)
    drawn = Plan(shape, classes, tuple(planned))
    return NetworkSheet(layers, tuple(planned), None, drawn, error, text)
