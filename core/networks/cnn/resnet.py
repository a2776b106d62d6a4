"""ResNets for ImageNet and for CIFAR-10 (He et al. 2016)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from core.networks.cnn.draft import Draft
from core.networks.cnn.fitting import is_small, small_stem

# blocks of each stage, table 1
BASIC: Mapping[int, tuple[int, ...]] = MappingProxyType({18: (2, 2, 2, 2), 34: (3, 4, 6, 3)})
BOTTLENECK: Mapping[int, tuple[int, ...]] = MappingProxyType(
    {50: (3, 4, 6, 3), 101: (3, 4, 23, 3), 152: (3, 8, 36, 3)}
)
# 6n + 2 layers, section 4.2
CIFAR_DEPTHS = (20, 56, 110)


def draw_resnet(draft: Draft, blocks: tuple[int, ...], bottleneck: bool) -> None:
    """Draw a net for ImageNet: four stages, shortcuts with weights where the size changes.

    The stride of a bottleneck is in its first 1 × 1 convolution, as in the paper.
    """
    _stem(draft)
    for stage, count in enumerate(blocks):
        for number in range(count):
            stride = 2 if stage and not number else 1
            name = f"conv{stage + 2}_{number + 1}"
            add = _bottleneck if bottleneck else _basic
            add(draft, name, 64 << stage, stride)
    draft.add("global_average_pool", "mean")
    draft.classify()


def draw_cifar_resnet(draft: Draft, depth: int) -> None:
    """Draw a net for CIFAR-10: three stages of 16, 32 and 64 maps, shortcuts without weights."""
    _norm_relu(draft, "conv1", 16)
    for stage in range(3):
        for number in range((depth - 2) // 6):
            stride = 2 if stage and not number else 1
            name = f"conv{stage + 2}_{number + 1}"
            _basic(draft, name, 16 << stage, stride, with_weights=False)
    draft.add("global_average_pool", "mean")
    draft.classify()


def _stem(draft: Draft) -> None:
    if is_small(draft):
        _norm_relu(draft, "conv1", 64)
        small_stem(draft, "conv1", 3)
    else:
        _norm_relu(draft, "conv1", 64, 7, 2)
        draft.max_pool("pool1", 3, 2, padding=1, rounding="floor")


def _norm_relu(draft: Draft, name: str, filters: int, kernel: int = 3, stride: int = 1) -> None:
    _norm(draft, name, filters, kernel, stride)
    draft.activation(f"{name}_relu")


def _norm(draft: Draft, name: str, filters: int, kernel: int = 3, stride: int = 1) -> None:
    # 224 with 7 × 7 and stride 2, or 56 with 3 × 3 and stride 2, do not divide
    draft.convolution_norm(name, filters, kernel, stride=stride, rounding="floor")


def _basic(draft: Draft, name: str, filters: int, stride: int, with_weights: bool = True) -> None:
    """Add two 3 × 3 convolutions and the shortcut around them."""
    start = draft.last
    _norm_relu(draft, f"{name}a", filters, 3, stride)
    _norm(draft, f"{name}b", filters)
    _add_shortcut(draft, name, start, filters, stride, with_weights)


def _bottleneck(draft: Draft, name: str, filters: int, stride: int) -> None:
    """Add 1 × 1, 3 × 3 and 1 × 1 convolutions, the last with four times the maps."""
    start = draft.last
    _norm_relu(draft, f"{name}a", filters, 1, stride)
    _norm_relu(draft, f"{name}b", filters)
    _norm(draft, f"{name}c", 4 * filters, 1)
    _add_shortcut(draft, name, start, 4 * filters, stride, with_weights=True)


def _add_shortcut(
    draft: Draft, name: str, start: str, filters: int, stride: int, with_weights: bool
) -> None:
    end, shortcut = draft.last, start
    if draft.shape_of(start)[0] != filters or stride != 1:
        draft.go_back_to(start)
        if with_weights:
            _norm(draft, f"{name}_shortcut", filters, 1, stride)
        else:
            draft.add("padded_shortcut", f"{name}_shortcut", filters=filters, stride=stride)
        shortcut = draft.last
    draft.add("add", f"{name}_sum", end, shortcut)
    draft.activation(f"{name}_relu")


DRAWN = MappingProxyType(
    {
        depth: partial(draw_resnet, blocks=blocks, bottleneck=depth in BOTTLENECK)
        for depth, blocks in {**BASIC, **BOTTLENECK}.items()
    }
)
CIFAR_DRAWN = MappingProxyType(
    {depth: partial(draw_cifar_resnet, depth=depth) for depth in CIFAR_DEPTHS}
)
