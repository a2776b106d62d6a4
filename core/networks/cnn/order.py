"""The order in which the layers of a plan are computed, and when their values are let go."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from core.networks.cnn.layers import Layer
from core.networks.cnn.planned import Plan


@dataclass(frozen=True)
class Step:
    """One layer that is computed.

    Attributes
    ----------
    layer
        Its name.
    inputs
        The layers whose values it reads.
    result
        The layer whose values then stand there: its own name, but for a step done early.
    over
        Values that nobody reads after it.
    """

    layer: str
    inputs: tuple[str, ...]
    result: str
    over: tuple[str, ...]


def order_of(plan: Plan, wanted: tuple[str, ...]) -> tuple[Step, ...]:
    """Return the layers that `wanted` hang on, in the order of computing.

    A max pooling comes before the ReLU that it alone reads: the largest value is the same, so is
    its gradient, and the ReLU has a quarter of the work.
    """
    needed = _needed(plan, wanted)
    early = _pooled_early(needed, wanted)
    reads = [(layer.name, layer.inputs, layer.name) for layer in needed]
    for at in early:
        relu, pool = needed[at], needed[at + 1]
        # the values before the ReLU are called by its name for this one step
        reads[at] = (pool.name, relu.inputs, relu.name)
        reads[at + 1] = (relu.name, (relu.name,), pool.name)
    kept, steps = set(wanted), list[Step]()
    for name, inputs, result in reversed(reads):
        over = tuple(sorted({read for read in inputs if read not in kept}))
        kept.update(inputs)
        steps.append(Step(name, inputs, result, over))
    return tuple(reversed(steps))


def _needed(plan: Plan, wanted: tuple[str, ...]) -> list[Layer]:
    names, found = set(wanted), list[Layer]()
    for planned in reversed(plan.layers):
        if planned.layer.name in names:
            names.update(planned.layer.inputs)
            found.append(planned.layer)
    return found[::-1]


def _pooled_early(layers: list[Layer], wanted: tuple[str, ...]) -> list[int]:
    """Return the places of each ReLU with a max pooling behind it and no other reader."""
    readers = [read for layer in layers for read in layer.inputs]
    return [
        at
        for at, (relu, pool) in enumerate(pairwise(layers))
        if (relu.kind, relu.function, pool.kind) == ("activation", "relu", "max_pool")
        and pool.inputs == (relu.name,)
        and readers.count(relu.name) == 1
        and relu.name not in wanted
    ]
