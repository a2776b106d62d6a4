"""The layers of a plan as nodes of a drawing: a layer with all that follows it at its size."""

from __future__ import annotations

from dataclasses import dataclass

from core.networks.cnn.layers import INPUT, Kind, Layer, Shape
from core.networks.cnn.planned import Plan

# they change no size, so they are drawn with the layer before them
FOLLOWERS: frozenset[Kind] = frozenset(
    {"activation", "batch_norm", "dropout", "flatten", "local_response_norm", "softmax"}
)


@dataclass(frozen=True)
class Node:
    """A box of the drawing.

    Parameters
    ----------
    rows
        Places of its layers in the plan; () for the image.
    layer
        The first of them, which gives it its name; None for the image.
    output
        (C, H, W) or (units,).
    inputs
        Nodes that it reads, by their places among the nodes.
    """

    rows: tuple[int, ...]
    layer: Layer | None
    output: Shape
    inputs: tuple[int, ...]

    @property
    def kind(self) -> str:
        return self.layer.kind if self.layer is not None else INPUT


def nodes_of(plan: Plan) -> tuple[Node, ...]:
    """Return the image and the layers of `plan` as nodes, in the order of computing."""
    rows: list[list[int]] = [[]]
    place = {INPUT: 0}
    inputs: list[tuple[int, ...]] = [()]
    ends: list[str] = [INPUT]
    for row, planned in enumerate(plan.layers):
        layer = planned.layer
        before = place[layer.inputs[0]]
        if layer.kind in FOLLOWERS and before and ends[before] == layer.inputs[0]:
            rows[before].append(row)
        else:
            before = len(rows)
            rows.append([row])
            inputs.append(tuple(dict.fromkeys(place[name] for name in layer.inputs)))
            ends.append("")
        place[layer.name] = before
        ends[before] = layer.name
    return tuple(_node(plan, own, reads) for own, reads in zip(rows, inputs, strict=True))


def main_road(nodes: tuple[Node, ...]) -> tuple[int, ...]:
    """Return the nodes that the last one hangs on; heads used in training alone are beside it."""
    needed = {len(nodes) - 1}
    for number in reversed(range(len(nodes))):
        if number in needed:
            needed.update(nodes[number].inputs)
    return tuple(sorted(needed))


def passages(nodes: tuple[Node, ...], road: tuple[int, ...]) -> tuple[int, ...]:
    """Return the nodes of the road that every way from the image to the classes passes."""
    furthest = dict.fromkeys(road, 0)
    for number in road:
        for read in nodes[number].inputs:
            furthest[read] = number
    found, reach = [], 0
    for number in road:
        if reach <= number:
            found.append(number)
        reach = max(reach, furthest[number])
    return tuple(found)


def _node(plan: Plan, rows: list[int], inputs: tuple[int, ...]) -> Node:
    if not rows:
        return Node((), None, plan.input, ())
    # flattening is no size that one would see: the maps are drawn
    shapes = [plan.layers[row].output for row in rows]
    layer = plan.layers[rows[0]].layer
    return Node(tuple(rows), layer, shapes[0], inputs)
