"""The engine for a job: compiled loops, stretches of many samples, tensors or L-BFGS."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from core.engines.fused import STRETCH, FusedEngine
from core.engines.lbfgs import LbfgsEngine
from core.engines.part import Limits, Part, Standing
from core.engines.stretches import StretchEngine
from core.engines.tensors import TensorEngine
from core.networks.bp import BPNetwork
from core.trainers.rules import Rule

Losses = NDArray[np.float64]


class Engine(Protocol):
    """Moves the weights of all members that have not ended."""

    def advance(self, done: int, epochs: int) -> tuple[Losses, Losses]:
        """Return losses of the next epochs, shape (epochs, K) each; NaN where none."""

    def training_loss(self) -> Losses:
        """Return training losses of the weights as they stand, shape (K,)."""

    def errors(self) -> tuple[Losses, Losses]:
        """Return losses of the weights as they stand, shape (K,) each."""

    def steps(self) -> Losses:
        """Return the step sizes Δ of the RPROP family, shape (K, N)."""

    def set_steps(self, steps: Tensor) -> None:
        """Give the RPROP family first step sizes Δ, shape (K, N), instead of one for all."""

    def forget_gradient(self) -> None:
        """Let the gradient be computed anew."""

    def state(self) -> dict[str, Tensor]:
        """Return what an exact resume needs."""

    def load_state(self, tensors: dict[str, Tensor]) -> None:
        """Take what `state` gave."""


def build_engine(
    network: BPNetwork,
    rule: Rule,
    parts: Sequence[Part],
    standing: Standing,
    limits: Limits,
    *,
    seed: int,
    first_number: int = 0,
    threads: int = 1,
    kind: Literal["kernel", "tensors"] = "kernel",
) -> Engine:
    """Return the engine of this kind that fits the rule and the number of samples."""
    common = (network, rule, parts, standing, limits, seed, first_number)
    if rule.code < 0:
        return LbfgsEngine(*common, threads=threads)
    if kind == "tensors":
        return TensorEngine(*common)
    most = max(
        max(len(part.inputs), 0 if part.held_inputs is None else len(part.held_inputs))
        for part in parts
    )
    if most > STRETCH and rule.batch == 0:
        return StretchEngine(*common, threads=threads)
    return FusedEngine(*common, threads=threads)
