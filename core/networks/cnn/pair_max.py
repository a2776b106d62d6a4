"""Maxima of 2 × 2 pixels, several times faster than torch's pooling on a processor."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd.function import once_differentiable
from torch.nn import functional


class PairMax(nn.Module):
    """Max pooling by 2 × 2 with stride 2 on maps of even sides.

    Compiled: forward and backward took 0.21 ms where `max_pool2d` took 1.2 on one core and 0.6 on
    two (50 × 6 × 28 × 28). Other layouts and numbers are left to it, and maps whose gradient nobody
    asks for: who looks at a drawing should not wait for the compiler to load. Of equal pixels one
    alone gets the gradient, the left one of the two columns and in it the upper one.
    """

    def forward(self, x: Tensor) -> Tensor:
        is_plain = x.device.type == "cpu" and x.dtype == torch.float32 and x.is_contiguous()
        if not (is_plain and x.requires_grad and torch.is_grad_enabled()):
            return functional.max_pool2d(x, 2)
        result: Tensor = _PairMax.apply(x)
        return result


class _PairMax(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        # the compiler takes a while to load, and no other network needs it
        from core.kernels.pooling import pool_pairs

        samples, maps, height, width = x.shape
        largest = x.new_empty(samples, maps, height // 2, width // 2)
        places = torch.empty_like(largest, dtype=torch.uint8)
        pool_pairs(*(each.detach().flatten(0, 1).numpy() for each in (x, largest, places)))
        ctx.places, ctx.shape = places, x.shape
        return largest

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> Tensor:
        from core.kernels.pooling import spread_pairs

        of_x = gradient.new_empty(ctx.shape)
        each = gradient.contiguous(), ctx.places, of_x
        spread_pairs(*(tensor.flatten(0, 1).numpy() for tensor in each))
        return of_x
