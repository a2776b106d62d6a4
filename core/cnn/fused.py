"""SGD and Adam of torch, asked directly for what they compute.

`Optimizer.step` looks anew for groups, states, hooks and devices each time. For a small CNN that
took a tenth of a step (`benchmarks/cnn.py`); here all weights of a group lie on one device, all
have a gradient, and nobody hooks in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch


class FusedSGD(torch.optim.SGD):
    """`torch.optim.SGD`: the same state, the same bits; every weight must have a gradient."""

    def __init__(self, groups: list[dict[str, Any]], **options: Any) -> None:
        super().__init__(groups, fused=True, **options)
        for group in self.param_groups:
            if group["momentum"]:
                for weight in group["params"]:
                    self.state[weight]["momentum_buffer"] = torch.zeros_like(weight)

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:  # type: ignore[override]
        """Change the weights once; `closure` is there for torch's sake alone."""
        for group in self.param_groups:
            weights = group["params"]
            kept = weights if group["momentum"] else []
            torch._fused_sgd_(
                weights,
                [weight.grad for weight in weights],
                [self.state[weight]["momentum_buffer"] for weight in kept],
                weight_decay=group["weight_decay"],
                momentum=group["momentum"],
                lr=group["lr"],
                dampening=0.0,
                nesterov=group["nesterov"],
                maximize=False,
                is_first_step=False,
            )

    # torch wraps every step that does not say so in a record for its profiler
    step.hooked = True  # type: ignore[attr-defined]


class FusedAdam(torch.optim.Adam):
    """`torch.optim.Adam`, or AdamW where decay is `decoupled_weight_decay`; else as `FusedSGD`."""

    def __init__(self, groups: list[dict[str, Any]], **options: Any) -> None:
        super().__init__(groups, fused=True, **options)
        for group in self.param_groups:
            for weight in group["params"]:
                self.state[weight] = {
                    "step": torch.zeros((), dtype=torch.float32, device=weight.device),
                    "exp_avg": torch.zeros_like(weight),
                    "exp_avg_sq": torch.zeros_like(weight),
                }

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:  # type: ignore[override]
        """Change the weights once; `closure` is there for torch's sake alone."""
        for group in self.param_groups:
            weights = group["params"]
            states = [self.state[weight] for weight in weights]
            counts = [state["step"] for state in states]
            torch._foreach_add_(counts, 1)
            change = torch._fused_adamw_ if group["decoupled_weight_decay"] else torch._fused_adam_
            change(
                weights,
                [weight.grad for weight in weights],
                [state["exp_avg"] for state in states],
                [state["exp_avg_sq"] for state in states],
                [],
                counts,
                lr=group["lr"],
                beta1=group["betas"][0],
                beta2=group["betas"][1],
                weight_decay=group["weight_decay"],
                eps=group["eps"],
                amsgrad=False,
                maximize=False,
            )

    step.hooked = True  # type: ignore[attr-defined]
