"""The engine for a job: compiled loops, stretches of many samples, tensors or L-BFGS."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from core.engines.engine import Engine
from core.engines.fused import FusedEngine
from core.engines.lbfgs import LbfgsEngine
from core.engines.part import Part
from core.engines.stretches import StretchEngine
from core.engines.tensors import TensorEngine
from core.kernels.gradient import STRETCH
from core.networks.bp import BPNetwork
from core.trainers.rules import Rule


def build_engine(
    network: BPNetwork,
    rule: Rule,
    parts: Sequence[Part],
    *arguments: Any,
    kind: Literal["kernel", "tensors"] = "kernel",
    **named: Any,
) -> Engine:
    """Return the engine of this kind that fits the rule and the number of samples.

    Parameters
    ----------
    arguments, named
        The rest of what `core.engines.engine.Engine` takes.
    """
    kernel = StretchEngine if rule.batch == 0 and _most_samples(parts) > STRETCH else FusedEngine
    chosen: type[Engine] = TensorEngine if kind == "tensors" else kernel
    if rule.is_lbfgs:
        chosen = LbfgsEngine
    return chosen(network, rule, parts, *arguments, **named)


def _most_samples(parts: Sequence[Part]) -> int:
    held = (len(part.held_inputs) for part in parts if part.held_inputs is not None)
    return max((*(len(part.inputs) for part in parts), *held))
