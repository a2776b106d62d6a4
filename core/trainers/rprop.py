"""RPROP⁻: every weight has a step of its own, adapted from the sign of its gradient."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from core.networks.bp import BPNetwork
from datasets.messages import InputError

GROWTH = 1.2
SHRINKAGE = 0.5


class RpropMinus:
    """RPROP without weight-backtracking, full batch.

    Per weight, with g(t) = ∂E/∂w at epoch t and s = g(t)·g(t-1)::

        s > 0:  Δ = min(1.2·Δ, Δmax)
        s < 0:  Δ = 0.5·Δ
        always: w -= sign(g)·Δ

    At epoch 1 g(t-1) := g(t), so the first step is 1.2·Δ0.

    Parameters
    ----------
    initial_step
        Δ0 > 0.
    largest_step
        Δmax, not below Δ0.

    Raises
    ------
    InputError
        When Δ0 is larger than Δmax.

    Notes
    -----
    s is taken as the product of the two signs: the sign of g(t)·g(t-1) itself would be lost
    where the product of two tiny gradients underflows to 0.

    The rule names no smallest step and none is applied here. A step cannot dwindle for good:
    once all steps are below the rounding of their weights nothing moves, the gradient repeats
    itself, s is positive wherever it is not zero, and the steps grow again.
    """

    def __init__(self, initial_step: float = 0.1, largest_step: float = 50.0) -> None:
        if initial_step > largest_step:
            raise InputError(
                "The initial step {initial} is larger than the largest step {largest}; make it "
                "smaller or allow larger steps.",
                initial=initial_step,
                largest=largest_step,
            )
        self.initial_step = initial_step
        self.largest_step = largest_step
        self._steps: Tensor | None = None
        self._signs: Tensor | None = None
        self._spare: Tensor | None = None

    def step(self, network: BPNetwork, inputs: Tensor, targets: Tensor, epoch: int) -> Tensor:
        """Change the weights once; see `core.trainers.building.Trainer`."""
        self._update(network.parameters, network.gradients)
        return network.gradient(inputs, targets)[0]

    def _update(self, parameters: Tensor, gradients: Tensor) -> None:
        if self._steps is None or self._signs is None or self._spare is None:
            self._steps = torch.full_like(gradients, self.initial_step)
            self._signs = torch.sign(gradients)
            self._spare = torch.empty_like(gradients)
        before, now, steps = self._signs, self._spare, self._steps
        torch.sign(gradients, out=now)
        # 1 + (-0.5, 0 or 0.2) is exactly 0.5, 1 or 1.2 in float64 and float32.
        factor = before.mul_(now).clamp_(SHRINKAGE - 1, GROWTH - 1).add_(1)
        steps.mul_(factor).clamp_(max=self.largest_step)
        parameters.addcmul_(now, steps, value=-1)
        self._signs, self._spare = now, before

    def state(self) -> dict[str, Tensor]:
        """Copy what the next step depends on: steps and signs (K, N); empty before the first."""
        if self._steps is None or self._signs is None:
            return {}
        return {"steps": self._steps.clone(), "signs": self._signs.clone()}

    def load_state(self, state: Mapping[str, Tensor]) -> None:
        """Go on from what `state` returned, on the device where it lies."""
        if not state:
            self._steps = self._signs = self._spare = None
            return
        self._steps = state["steps"].clone()
        self._signs = state["signs"].clone()
        self._spare = torch.empty_like(self._signs)
