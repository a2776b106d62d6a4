"""RPROP for weights that autograd knows: RPROP⁻ and iRPROP⁻, on the gradient of all samples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor

GROWS, SHRINKS = 1.2, 0.5
# no step becomes smaller; the smallest of Riedmiller & Braun 1993
SMALLEST = 1e-6


class SignSteps(torch.optim.Optimizer):
    """RPROP: only the sign of a gradient counts, and each weight has a step size of its own.

    With s = g(t)·g(t-1): s > 0: Δ = min(1.2Δ, Δmax); s < 0: Δ = max(0.5Δ, Δmin); then always
    w -= sign(g)·Δ. That is RPROP⁻; iRPROP⁻ sets g := 0 where s < 0, so that the weight rests once
    and Δ is left alone in the next epoch (Igel & Hüsken 2003). In the first epoch g(t-1) := g(t),
    so the first step is 1.2 Δ₀.

    Parameters
    ----------
    initial, largest
        Δ₀ and Δmax.
    forgets
        Whether a gradient that changed its sign is taken as 0 (iRPROP⁻).
    weight_decay
        λ of each group; λw is added to the gradient.
    """

    def __init__(
        self,
        parameters: Iterable[dict[str, Any]],
        *,
        initial: float,
        largest: float,
        forgets: bool,
    ) -> None:
        self._initial, self._largest, self._forgets = initial, largest, forgets
        super().__init__(parameters, {"weight_decay": 0.0})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]
        """Change the weights by the gradient that lies in them."""
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is not None:
                    self._move(weight, weight.grad + group["weight_decay"] * weight)

    def _move(self, weight: Tensor, gradient: Tensor) -> None:
        state = self.state[weight]
        if not state:
            state["size"] = torch.full_like(weight, self._initial)
            state["previous"] = gradient.clone()
        turned = torch.sign(gradient * state["previous"])
        size = state["size"]
        smaller = torch.where(turned < 0, SHRINKS * size, size)
        size.copy_(torch.where(turned > 0, GROWS * size, smaller)).clamp_(SMALLEST, self._largest)
        if self._forgets:
            gradient = torch.where(turned < 0, torch.zeros_like(gradient), gradient)
        weight.sub_(torch.sign(gradient) * size)
        state["previous"].copy_(gradient)
