"""DenseNets for ImageNet and for CIFAR-10 (Huang et al. 2017)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from core.networks.cnn.draft import Draft
from core.networks.cnn.fitting import is_small, pool_if_it_fits, small_stem


@dataclass(frozen=True)
class Dense:
    """The figures of a DenseNet.

    Parameters
    ----------
    growth
        k, the maps that each layer adds.
    blocks
        Layers of each block.
    first
        Maps before the first block.
    bottleneck
        Whether a 1 × 1 convolution to 4k maps comes before each 3 × 3 one ("B").
    compression
        θ, the share of the maps that a transition keeps ("C" below 1).
    for_imagenet
        Whether the first convolution is 7 × 7 with stride 2 and a pool follows.
    """

    growth: int
    blocks: tuple[int, ...]
    first: int
    bottleneck: bool = True
    compression: float = 0.5
    for_imagenet: bool = True


# table 1; section 4.2 for CIFAR-10
IMAGENET = MappingProxyType(
    {
        121: Dense(32, (6, 12, 24, 16), 64),
        169: Dense(32, (6, 12, 32, 32), 64),
        201: Dense(32, (6, 12, 48, 32), 64),
        161: Dense(48, (6, 12, 36, 24), 96),
    }
)
CIFAR = MappingProxyType(
    {
        "densenet-40-12": Dense(12, (12, 12, 12), 16, False, 1.0, False),
        "densenet-bc-100-12": Dense(12, (16, 16, 16), 24, True, 0.5, False),
    }
)


def draw_densenet(draft: Draft, dense: Dense) -> None:
    """Draw blocks in which every layer reads the maps of all layers before it."""
    _stem(draft, dense)
    for block, layers in enumerate(dense.blocks, 1):
        _block(draft, dense, block, layers)
        if block < len(dense.blocks):
            _transition(draft, block, int(draft.shape[0] * dense.compression))
    _norm_relu(draft, "last")
    draft.add("global_average_pool", "mean")
    draft.classify()


def _stem(draft: Draft, dense: Dense) -> None:
    if not dense.for_imagenet:
        draft.convolution("conv1", dense.first, bias=False)
        return
    if is_small(draft):
        draft.convolution_norm("conv1", dense.first)
        draft.activation("conv1_relu")
        small_stem(draft, "conv1", 3)
        return
    draft.convolution_norm("conv1", dense.first, 7, stride=2, rounding="floor")
    draft.activation("conv1_relu")
    draft.max_pool("pool1", 3, 2, padding=1, rounding="floor")


def _block(draft: Draft, dense: Dense, block: int, layers: int) -> None:
    """Add the layers of a block and join its maps: "dense2_5" is the fifth of the second block."""
    maps = [draft.last]
    for number in range(1, layers + 1):
        name = f"dense{block}_{number}"
        if len(maps) > 1:
            draft.add("concat", f"{name}_join", *maps)
        if dense.bottleneck:
            _norm_relu(draft, f"{name}_reduce")
            draft.convolution(f"{name}_reduce", 4 * dense.growth, 1, bias=False)
        _norm_relu(draft, name)
        maps.append(draft.convolution(name, dense.growth, bias=False))
    draft.add("concat", f"dense{block}_join", *maps)


def _norm_relu(draft: Draft, name: str) -> None:
    """Add what stands before a convolution: normalisation and ReLU."""
    draft.add("batch_norm", f"{name}_bn")
    draft.activation(f"{name}_relu")


def _transition(draft: Draft, block: int, maps: int) -> None:
    name = f"transition{block}"
    _norm_relu(draft, name)
    draft.convolution(name, maps, 1, bias=False)
    pool_if_it_fits(draft, f"{name}_pool", "average_pool")


DRAWN = MappingProxyType(
    {depth: partial(draw_densenet, dense=dense) for depth, dense in IMAGENET.items()}
)
CIFAR_DRAWN = MappingProxyType(
    {name: partial(draw_densenet, dense=dense) for name, dense in CIFAR.items()}
)
