"""Layers that see the whole batch, where each of several processes computes a share of it.

Batch normalisation takes its figures from all samples of the batch, and dropout leaves out what it
would leave out of them in one process: what is learned does not hang on the number of processes.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd.function import once_differentiable
from torch.nn import functional

from core.cnn.batches import Share
from core.cnn.ranks import Ranks
from core.networks.cnn.modules import BatchNorm


def has_layers_on_batches(network: nn.Module) -> bool:
    """Whether a network has layers that hang on which samples are computed together."""
    layers = list(network.modules())
    return any(isinstance(layer, BatchNorm) for layer in layers) or any(
        isinstance(layer, nn.Dropout) and layer.p > 0 for layer in layers
    )


def share_layers(network: nn.Module, share: Share, ranks: Ranks) -> None:
    """Put layers that know of the other samples in the place of those that hang on a batch.

    Weights and names of a network stay the same.
    """
    for parent in list(network.modules()):
        for name, layer in list(parent.named_children()):
            if isinstance(layer, BatchNorm):
                setattr(parent, name, SharedBatchNorm(layer, share, ranks))
            elif isinstance(layer, nn.Dropout) and layer.p > 0:
                setattr(parent, name, SharedDropout(layer.p, share))


class SharedDropout(nn.Module):
    """Dropout that draws for the whole batch and takes what falls to its share.

    Torch's generators must stand alike in all processes.
    """

    def __init__(self, p: float, share: Share) -> None:
        super().__init__()
        self._p = p
        self._share = share

    def forward(self, x: Tensor) -> Tensor:
        share = self._share
        if not (self.training and share.is_divided):
            return functional.dropout(x, self._p, self.training)
        is_plain = x.ndim != 4 or x.is_contiguous()
        drawn = torch.ones((share.whole, *x.shape[1:]), dtype=x.dtype, device=x.device).contiguous(
            memory_format=torch.contiguous_format if is_plain else torch.channels_last
        )
        # the same numbers as for the values themselves, which the others have
        return x * functional.dropout(drawn, self._p)[share.first : share.last]


class SharedBatchNorm(BatchNorm):
    """Batch normalisation by mean and variance of all samples of a batch (Ioffe & Szegedy 2015).

    Parameters
    ----------
    of
        The layer whose place it takes; weights and running figures are the same tensors.
    """

    def __init__(self, of: BatchNorm, share: Share, ranks: Ranks) -> None:
        super().__init__(of.num_features, of.eps, of.momentum)
        self.weight, self.bias = of.weight, of.bias
        self.running_mean, self.running_var = of.running_mean, of.running_var
        self.num_batches_tracked = of.num_batches_tracked
        self._share, self._ranks = share, ranks

    def forward(self, x: Tensor) -> Tensor:
        if not (self.training and self._share.is_divided):
            return super().forward(x)
        values = x.numel() // (x.shape[0] * x.shape[1]) * self._share.whole
        mean, variance = _figures(x.detach(), values, self._ranks)
        self._follow(mean, variance * (values / (values - 1)))
        normalised: Tensor = _Normalised.apply(
            x, self.weight, self.bias, mean, variance, self.eps, values, self._ranks
        )
        return normalised

    @torch.no_grad()
    def _follow(self, mean: Tensor, variance: Tensor) -> None:
        """Take the figures of a batch into the running ones."""
        assert self.running_mean is not None
        assert self.running_var is not None
        assert self.num_batches_tracked is not None
        assert self.momentum is not None
        self.running_mean.lerp_(mean, self.momentum)
        self.running_var.lerp_(variance, self.momentum)
        self.num_batches_tracked.add_(1)


def _figures(x: Tensor, values: int, ranks: Ranks) -> tuple[Tensor, Tensor]:
    """Return mean and variance (divided by n) of each map over all shares of a batch, float32.

    Two sums, so that no large numbers are subtracted: with n_r of n values in a share,
    m = Σ n_r m_r / n and v = Σ n_r (v_r + (m_r - m)²) / n (Chan, Golub & LeVeque 1983).
    """
    part = x.numel() / x.shape[1] / values
    own_variance, own_mean = torch.var_mean(_wide(x), _all_but_maps(x), correction=0)
    mean = ranks.add(own_mean * part)
    return mean, ranks.add((own_variance + (own_mean - mean).square()) * part)


class _Normalised(torch.autograd.Function):
    """y = w·(x - m)/√(v + ε) + b, whose gradient knows that m and v hang on all shares."""

    @staticmethod
    def forward(
        ctx: Any,
        x: Tensor,
        weight: Tensor,
        bias: Tensor,
        mean: Tensor,
        variance: Tensor,
        epsilon: float,
        values: int,
        ranks: Ranks,
    ) -> Tensor:
        ctx.save_for_backward(x, weight, mean, torch.rsqrt(variance + epsilon))
        ctx.values, ctx.ranks = values, ranks
        return functional.batch_norm(x, mean, variance, weight, bias, False, 0.0, epsilon)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, slope: Tensor) -> tuple[Tensor | None, ...]:
        """With h = (x - m)/√(v + ε): dx = w/√(v + ε)·(dy - Σdy/n - h·Σ(dy·h)/n)."""
        x, weight, mean, scale = ctx.saved_tensors
        maps = (1, -1, *[1] * (x.ndim - 2))
        dims = _all_but_maps(x)
        dy = _wide(slope)
        h = (_wide(x) - mean.view(maps)) * scale.view(maps)
        sums = torch.stack((dy.sum(dims), (dy * h).sum(dims)))
        # those of the weights are summed with all other gradients
        of_bias, of_weight = sums.clone()
        by_mean, by_spread = (ctx.ranks.add(sums) / ctx.values).view(2, *maps)
        of_x = (dy - by_mean - h * by_spread) * (weight * scale).view(maps)
        return of_x.to(x.dtype), of_weight, of_bias, None, None, None, None, None


def _all_but_maps(x: Tensor) -> list[int]:
    return [0, *range(2, x.ndim)]


def _wide(x: Tensor) -> Tensor:
    return x.to(torch.promote_types(x.dtype, torch.float32))
