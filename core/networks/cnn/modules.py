"""Layers that torch has none of, or not as the publications have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import torch
from torch import Tensor, nn
from torch.nn import functional

from core.networks.activations import FUNCTIONS
from core.networks.cnn.layers import ActivationName, Layer


class Activation(nn.Module):
    """f(x) for each value; 1.7159·tanh(2x/3) is LeCun et al. 1998, appendix A."""

    def __init__(self, name: ActivationName) -> None:
        super().__init__()
        self.name = name
        self._f = _scaled_tanh if name == "scaled_tanh" else FUNCTIONS[name].f

    def forward(self, x: Tensor) -> Tensor:
        return self._f(x)


def _scaled_tanh(x: Tensor) -> Tensor:
    return 1.7159 * torch.tanh(x * (2.0 / 3.0))


PLAIN: Mapping[ActivationName, type[nn.Module]] = MappingProxyType(
    {
        "linear": nn.Identity,
        "logistic": nn.Sigmoid,
        "tanh": nn.Tanh,
        "relu": nn.ReLU,
        "elu": nn.ELU,
        "softsign": nn.Softsign,
    }
)


class TableConvolution(nn.Module):
    """A convolution whose filters see some of the maps alone, C3 of LeNet-5 (LeCun et al. 1998).

    Parameters
    ----------
    table
        The maps that each filter sees.
    maps
        How many maps there are.
    """

    def __init__(self, table: Sequence[Sequence[int]], maps: int, layer: Layer) -> None:
        super().__init__()
        pairs = [(filter_, map_) for filter_, seen in enumerate(table) for map_ in seen]
        # places follow from the plan, so a saved model need not keep them
        self.register_buffer("pairs", torch.tensor(pairs).T, persistent=False)
        self.pairs: Tensor
        self.weight = nn.Parameter(torch.empty(len(pairs), layer.kernel, layer.kernel))
        self.bias = nn.Parameter(torch.empty(len(table)))
        self._dense = (len(table), maps, layer.kernel, layer.kernel)
        self._stride, self._padding = layer.stride, layer.padding

    def forward(self, x: Tensor) -> Tensor:
        dense = self.weight.new_zeros(self._dense)
        dense = dense.index_put((self.pairs[0], self.pairs[1]), self.weight)
        return functional.conv2d(x, dense, self.bias, self._stride, self._padding)


class Subsampling(nn.Module):
    """The sum of a square times a weight plus a bias, both of the map (LeCun et al. 1998, S2)."""

    def __init__(self, maps: int, layer: Layer) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(maps))
        self.bias = nn.Parameter(torch.empty(maps))
        self._kernel, self._stride = layer.kernel, layer.stride

    def forward(self, x: Tensor) -> Tensor:
        sums = functional.avg_pool2d(x, self._kernel, self._stride) * self._kernel**2
        return sums * self.weight[:, None, None] + self.bias[:, None, None]


class L2Pool(nn.Module):
    """The root of the sum of squares of each square; where all are 0 the gradient is 0."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self._options = (layer.kernel, layer.stride, layer.padding, layer.rounding == "ceil")

    def forward(self, x: Tensor) -> Tensor:
        kernel, stride, padding, ceil = self._options
        means = functional.avg_pool2d(x * x, kernel, stride, padding, ceil, divisor_override=1)
        is_zero = means <= 0
        # the root of 0 has no gradient
        return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, means).sqrt())


class GlobalAveragePool(nn.Module):
    """The mean of each map: (B, C, H, W) becomes (B, C)."""

    def forward(self, x: Tensor) -> Tensor:
        return x.mean(dim=(2, 3))


class PaddedShortcut(nn.Module):
    """Every so many pixels, and maps of zeros added: the shortcut without weights.

    He et al. 2016, option A.
    """

    def __init__(self, maps: int, layer: Layer) -> None:
        super().__init__()
        self._stride, self._added = layer.stride, layer.filters - maps

    def forward(self, x: Tensor) -> Tensor:
        # half of the new maps before the old ones, half behind
        before = self._added // 2
        thinned = x[:, :, :: self._stride, :: self._stride]
        return functional.pad(thinned, (0, 0, 0, 0, before, self._added - before))


class BatchNorm(nn.BatchNorm2d):
    """Batch normalisation of maps or single values.

    A batch with one value a map has no variance; it is normalised by the running figures.
    """

    def forward(self, x: Tensor) -> Tensor:
        if self.training and x.numel() == x.shape[1]:
            return functional.batch_norm(
                x, self.running_mean, self.running_var, self.weight, self.bias, False, 0.0, self.eps
            )
        return super().forward(x)

    def _check_input_dim(self, x: Tensor) -> None:
        """Single values, shape (B, C), are as good as maps."""


class FullyConnected(nn.Linear):
    """Maps are laid out in a row first, map by map."""

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.flatten(1))


class Prototypes(nn.Module):
    """Minus the squared distance to a fixed code of each class, LeNet-5's output layer.

    y_i = Σ_j (x_j − w_ij)² in LeCun et al. 1998; the sign is turned so that the largest is the
    class.

    Parameters
    ----------
    codes
        One row a class, −1 and 1, shape (classes, inputs).
    """

    def __init__(self, codes: Tensor) -> None:
        super().__init__()
        # fixed by the plan, so a saved model need not keep them
        self.register_buffer("codes", codes, persistent=False)
        self.codes: Tensor

    def forward(self, x: Tensor) -> Tensor:
        return -((x.flatten(1)[:, None, :] - self.codes) ** 2).sum(dim=2)


class Sum(nn.Module):
    """The sum of several inputs of one shape."""

    def forward(self, first: Tensor, *others: Tensor) -> Tensor:
        for other in others:
            first = first + other
        return first


class Joined(nn.Module):
    """The maps of several inputs, one after the other."""

    def forward(self, *inputs: Tensor) -> Tensor:
        return torch.cat(inputs, dim=1)
