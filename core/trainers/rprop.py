"""RPROP⁻: a step of its own for every weight, grown and shrunk by the signs of the gradient."""

from __future__ import annotations

import torch
from torch import Tensor

from core.networks.bp import BPNetwork

GROW = 1.2
SHRINK = 0.5


class RpropMinus:
    """RPROP without weight-backtracking, full batch (Riedmiller and Braun 1993; Igel and Hüsken).

    With s = g(t)·g(t−1) for each weight: s > 0: Δ = min(1.2 Δ, Δmax); s < 0: Δ = 0.5 Δ; then
    always w −= sign(g)·Δ. At the first epoch g(t−1) := g(t), so the first step is 1.2 Δ₀. There
    is no lower bound on Δ.
    """

    needs_gradient = True

    def __init__(self, initial_step: float = 0.1, largest_step: float = 50.0) -> None:
        self._initial_step = initial_step
        self._largest_step = largest_step
        self._steps: Tensor | None = None
        self._signs: Tensor | None = None

    def step(self, network: BPNetwork, inputs: Tensor, targets: Tensor, epoch: int) -> None:
        """Move the weights once, along the gradient that `network` holds."""
        signs = torch.sign(network.gradient)
        if self._steps is None or self._signs is None:
            self._steps = torch.full_like(signs, self._initial_step)
            self._signs = signs.clone()
        agreement = self._signs.mul_(signs)
        # s is -1, 0 or 1 here, so this gives SHRINK, 1 or GROW without rounding
        factors = agreement.clamp_(SHRINK - 1, GROW - 1).add_(1)
        # only growing can lift a step above the bound, so one min serves all three
        self._steps.mul_(factors).clamp_(max=self._largest_step)
        self._signs = signs
        network.parameters.addcmul_(signs, self._steps, value=-1.0)

    def state(self) -> dict[str, Tensor]:
        """Return steps Δ and signs of the last gradient, shape (K, N) each; {} before epoch 1."""
        if self._steps is None or self._signs is None:
            return {}
        return {"rprop.steps": self._steps.cpu().clone(), "rprop.signs": self._signs.cpu().clone()}

    def load_state(self, tensors: dict[str, Tensor], device: torch.device) -> None:
        """Take what `state` gave."""
        if "rprop.steps" in tensors:
            self._steps = tensors["rprop.steps"].to(device).clone()
            self._signs = tensors["rprop.signs"].to(device).clone()
