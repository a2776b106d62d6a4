"""DenseNet's feature reuse: how much each layer takes from each one before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.inside_cnn.subject import Subject
from core.networks.cnn.layers import INPUT, Kind, Layer
from core.networks.cnn.planned import Plan, PlannedLayer
from datasets.messages import InputError

# layers that hand every map on as a map of its own
_HAND_ON: tuple[Kind, ...] = (
    "max_pool",
    "average_pool",
    "l2_pool",
    "global_average_pool",
    "subsampling",
    "batch_norm",
    "local_response_norm",
    "dropout",
    "flatten",
    "activation",
)
# maps of a layer that were made by another, one after the other: (its name, how many)
Origins = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class DenseBlock:
    """Layers of which each reads the maps of all before it.

    Attributes
    ----------
    sources
        What the block was given, then its layers: names of the convolutions that made the maps.
    counts
        How many maps each made.
    targets
        Layers with weights that read the first 1, 2, … sources, and how many of them.
    """

    sources: tuple[str, ...]
    counts: tuple[int, ...]
    targets: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Reuse:
    """The heat map of one dense block.

    Attributes
    ----------
    mean_weight
        float64, shape (sources, targets): mean |w| of the weights by which a target reads the maps
        of a source; NaN where it does not.
    share
        The same, divided by the largest of the target.
    """

    block: DenseBlock
    mean_weight: NDArray[np.float64]
    share: NDArray[np.float64]


def feature_reuse(subject: Subject) -> tuple[Reuse, ...]:
    """Return the heat map of every dense block.

    Huang et al., Densely Connected Convolutional Networks (2017), figure 5: the average absolute
    weight by which layer l of a block reads the maps of layer s. There the colours go from 0 to 1;
    here each column is divided by its largest value, as the layers differ in size. With
    bottlenecks the weights are those of the 1×1 convolution, which reads the earlier maps.

    Raises
    ------
    InputError
        When the network has no dense block.
    """
    blocks = dense_blocks(subject.plan)
    if not blocks:
        raise InputError(
            "Feature reuse is shown for a DenseNet, whose layers read the maps of all before them; "
            "this network has no such block."
        )
    return tuple(_reuse(subject, block) for block in blocks)


def dense_blocks(plan: Plan) -> tuple[DenseBlock, ...]:
    """Return the dense blocks of a network, found by what its layers read."""
    layers = {planned.layer.name: planned for planned in plan.layers}
    origins = _all_origins(plan, layers)
    joined = [
        origins[planned.layer.name] for planned in plan.layers if _is_dense(planned.layer, layers)
    ]
    longest: dict[str, Origins] = {}
    for made in joined:
        first = made[0][0]
        if len(made) > len(longest.get(first, ())):
            longest[first] = made
    return tuple(_block(made, layers, origins) for made in longest.values())


def _is_dense(layer: Layer, layers: Mapping[str, PlannedLayer]) -> bool:
    """Whether it joins maps with what was made of the same maps; GoogLeNet's branches do not."""
    if layer.kind != "concat":
        return False
    return any(
        one != other and _hangs_on(other, one, layers)
        for one in layer.inputs
        for other in layer.inputs
    )


def _hangs_on(name: str, earlier: str, layers: Mapping[str, PlannedLayer]) -> bool:
    seen: set[str] = set()
    open_names = [name]
    while open_names:
        here = open_names.pop()
        if here == earlier:
            return True
        if here not in seen and here != INPUT:
            seen.add(here)
            open_names.extend(layers[here].layer.inputs)
    return False


def _all_origins(plan: Plan, layers: Mapping[str, PlannedLayer]) -> dict[str, Origins]:
    origins: dict[str, Origins] = {INPUT: ((INPUT, plan.input[0]),)}
    for planned in plan.layers:
        layer = planned.layer
        if layer.kind == "concat":
            made = tuple(pair for name in layer.inputs for pair in origins[name])
        elif layer.kind in _HAND_ON:
            made = origins[layer.inputs[0]]
        else:
            made = ((layer.name, planned.output[0]),)
        origins[layer.name] = made
    return origins


def _block(
    made: Origins, layers: Mapping[str, PlannedLayer], origins: Mapping[str, Origins]
) -> DenseBlock:
    targets = []
    for name, planned in layers.items():
        if planned.layer.has_weights and planned.layer.groups == 1 and not planned.layer.table:
            read = origins[planned.layer.inputs[0]]
            if read == made[: len(read)]:
                targets.append((name, len(read)))
    sources, counts = zip(*made, strict=True)
    return DenseBlock(sources, counts, tuple(targets))


def _reuse(subject: Subject, block: DenseBlock) -> Reuse:
    mean = np.full((len(block.sources), len(block.targets)), np.nan)
    for column, (name, read) in enumerate(block.targets):
        weight = np.abs(subject.network.layers[name].get_parameter("weight").detach().cpu().numpy())
        maps = sum(block.counts[:read])
        # a fully connected layer reads all pixels of a map, one map after the other
        by_map = weight.reshape(len(weight), maps, -1).mean(axis=(0, 2), dtype=np.float64)
        ends = np.cumsum(block.counts[:read])
        for row, (end, count) in enumerate(zip(ends, block.counts, strict=False)):
            mean[row, column] = by_map[end - count : end].mean()
    largest = np.nanmax(mean, axis=0)
    share = np.divide(mean, largest, out=np.zeros_like(mean), where=largest > 0)
    return Reuse(block, mean, np.where(np.isnan(mean), np.nan, share))
